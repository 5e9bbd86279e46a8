"""Signs that call for help today: crisis, heart, breath, brain, heat, blood (SCIENCE 2.7). Read by `safety`."""

from __future__ import annotations

from planwise_core.coach.red_flags import Flag
from planwise_core.coach.referrals import (
    ALLERGY,
    BLOOD,
    BRAIN,
    BREATH,
    CHEST,
    CLOT,
    CORD,
    CRISIS,
    FAINT,
    HEART,
    HEAT,
    MATERNITY,
    NERVE,
    URINE,
)
from planwise_core.coach.symptoms import (
    CRUSHED,
    EFFORT,
    LONG_AGO,
    OUT_OF_PLACE,
    PULSE,
)

EMERGENCIES: tuple[Flag, ...] = (  # the worst first: the first that shows is the one that is answered
    Flag(
        "crisis",
        CRISIS,
        (
            "suicid* | want* to die | [be/am] better off dead | [nobody/no 1/no one] would miss me | cutting again | "
            "self injur* | ending things | end things for good | kill* myself | "
            "[end/ending/take/taking] my own? life | [end/ending] it all | [think*/thought*] ... ending it | self "
            "harm* | self-harm* | [hurt/hurting/harm*/cut/cutting/burn/burning] myself | "
            "not really? want to [live/be here/be alive/be around/exist/wake up/go on] | "
            "[everyone/everybody/they/family/people/kids/world] ... better off [without me/if i] | "
            "better off [without me/dead/if i was not here] | if i [was/were] [dead/gone/not here/not around] | "
            "[everyone/everybody/they/family/kids] ... [happier/easier] ... without me | "
            "wish i [was/were] [dead/gone/not here] | "
            "wish i [had never been born/could disappear] | want to disappear | nothing matters any? more? | "
            "[no/what is the/see the/see a/see any] [point/reason] [in/to/of/for] [live/living/life/going on/being "
            "here/carry on/keep going/being alive/existing/carrying on/go on] | not see ... [future/way out] | "
            "[run*/jump*/throw*/walk*/step*] ... [in front of/under/off] [a/the] "
            "[train/bus/truck/car/lorry/bridge/roof] | thoughts of [dying/death/ending] | no [point/reason] living",
        ),
        unless="shav* | knife | cook* | glass | paper | scissors | [at/by/around/past] [mile/km/#] | "
        "this [race/job/town/party/gym/hotel/place] | hair | "
        "hurt myself [running/training/in/at/on the]",
        negatable=False,
    ),
    Flag(
        "pregnancy stop sign",
        MATERNITY,
        (
            "pregnan* | trimester | weeks along | am expecting [and/but/, /#] | expecting [a baby/twins/our/my]",
            "bleed* | blood | leak* | fluid | contraction* | dizz* | faint* | light-headed | lightheaded | "
            "headache* | chest | breathless | short of breath | weakness | calf | less movement | not mov* | "
            "moving less | cramps",
        ),
        unless="blood pressure is [fine/ok/good]",
    ),
    Flag(
        "chest pain",
        CHEST,
        (
            "chest | chests | chested | tight-chested | behind my ribs | left ribs | sternum | breastbone | "
            "breast bone",
            CRUSHED,
        ),
        unless="push-ups | [bra/shirt/vest/top/jacket/pack/strap/belt] is? too? [tight/rub*] | chafe* | chafing",
    ),
    Flag(
        "heart attack",
        CHEST,
        (
            "[pain*/ache*/aching/weird/numb*] ... [jaw/left arm/both arms] | "
            "[jaw/left arm] ... [pain*/ache*/aching/hurt*] | ribs ... left ... arm | "
            "pain* ... ribs on the left | heart [hurt/hurts/pain/pains/aches] | left arm ... [tingl*/numb*]",
        ),
        unless="tooth* | teeth | dentist | wisdom | vaccin* | jab | clench*",
    ),
    Flag("heart attack by name", CHEST, ("heart attack | angina",), unless=f"{LONG_AGO} | last year"),
    Flag(
        "heat illness",
        HEAT,
        (
            "dehydrat* | heat | hot | sun | humid* | # degrees",
            "not [talk/walk/think/see] straight | wobbl* | shiver* | goosebumps | not make sense | "
            "talk* [nonsense/rubbish/gibberish] | not walk straight | stagger* | confus* | collaps* | disorient* | "
            "delirious | [stopped/not] sweating | stumbl* | slurr* | incoherent | vomit* | threw up | throwing up | "
            "puk* | faint* | passed out",
        ),
        unless="fever since [last night/yesterday/this morning/monday/tuesday/wednesday/thursday/friday/saturday/"
        "sunday]",
    ),
    Flag(
        "heat stroke",
        HEAT,
        ("heatstroke | heat stroke | sunstroke | heat exhaustion",),
        unless="avoid | prevent | risk of | how do i",
    ),
    Flag(
        "fainting",
        FAINT,
        (
            "[everything/all/it/vision/world] [went/goes/going/turned] "
            "[black/dark/grey/gray/white/fuzzy/dim/hazy/blurry/blank] | [saw/see/seeing] black | blank* out | "
            "legs [gave/give] way | legs went from under me | funny turn | [hit/on] the bathroom? [floor/deck] | "
            "not remember [getting/finishing/how/hitting/going down] | "
            "[woke/came] [up/to/round] on the ... [ground/floor/pavement/grass/road/track/trail/path] | faint | "
            "fainted | fainting | [pass/passed/passing/black/blacked/blacking] out | blackout | "
            "[lost/lose/losing] consciousness | [was/been/went/knocked] out cold | unconscious | syncope | "
            "collapsed | collapsing | keeled over | not remember [it/falling/the finish/what happened]",
        ),
        unless=f"could have collapsed | {LONG_AGO}",
    ),
    Flag(
        "dizzy with exercise",
        FAINT,
        (
            "dizz* | light-headed* | light headed | lightheaded* | woozy | giddy | [see*/saw] stars | "
            "head [spin*/spun] | "
            "lost [my/all]? vision | tunnel vision | vision ... [black/dark]",
            f"{EFFORT} | push* | hard | every time",
        ),
        unless=f"dizzying | bonked | {LONG_AGO}",
    ),
    Flag(
        "palpitations",
        HEART,
        (
            "palpitat* | arrhythmi* | afib | a-fib | atrial fibrillation | "
            "[skip*/miss*/extra/dropped] [some/a few/a/1/2/few]? [beat/beats/heartbeat/heartbeats]",
        ),
    ),
    Flag(
        "irregular heart",
        HEART,
        (
            PULSE,
            "[beat*/beating] [strange/funny/weird/odd/oddly/strangely] | irregular* | erratic* | uneven | "
            "out of rhythm | flutter* | flip* | [pauses/paused] | thud* | "
            "[goes/feels/felt/went] all? [funny/weird/strange/odd] | skips | "
            "skipped and | skipping beats | misses | missing beats | all over the [place/shop] | "
            "[stop/stopped/stops] and [start/started/starts]",
        ),
        unless="[wear*/my/in/new] flip flops",
    ),
    Flag(
        "racing heart",
        HEART,
        (
            f"[{PULSE.replace(' | ', '/')}] ... "
            f"[races/raced/racing/going/jumps/jumped/jumping/skipped/pound*/hammer*/thump*/crazy/mental/nuts/wild/berserk/"
            "bananas/bonkers/mad/haywire/jumped/shot/spiked/spikes]",
            "suddenly | out of nowhere | no reason | resting | at rest | sitting | lying | in bed | at night | easy | "
            "short of breath | breathless | not breathe* | dizz* | light-headed | not [stop/slow/calm] | "
            "[after/when] i [stop/stopped/finished/got home] | for [#/2] [minutes/hours]",
        ),
        unless="nervous | excit* | before the [race/start] | start line",
    ),
    Flag(
        "pulse at rest",
        HEART,
        (
            PULSE,
            "1## | 2##",
            "sitting | sat | desk | doing nothing | lying | couch | sofa | in bed | tv | at rest | asleep",
        ),
        unless="was it | max* | should | target | zone*",
    ),
    Flag(
        "short of breath",
        BREATH,
        (
            "out of puff | deep breath | for breath | breathless* | short of breath | shortness of breath | "
            "out of breath | gasping | wheez* | puffing | [fight*/gasp*] for [air/breath] | "
            "inhaler [is/does/did] not | [can/could] not [breath/breathe/catch/get] | "
            "[struggl*/trouble/difficult*/hard/hardly/barely] to? [breath*/catch*]",
            "breath* | air | puff | gasping | wheez* | puffing | inhaler",
            OUT_OF_PLACE,
        ),
        unless="through my nose | as it should | [after/during] the? [interval*/rep*/sprint*] | top of the hill | "
        "gasping for a [pint/beer/drink/coffee] | so unfit | "
        "[hardly/barely/scarcely] [out of breath/breathless/short of breath/puffing]",
    ),
    Flag(
        "cannot breathe",
        BREATH,
        (
            "unable to [breathe/catch my breath] | fighting for [breath/air] | "
            "[can/could] not [breathe/breathe out/get any air/get enough air] | stopped breathing | gasping for air | "
            "not take a? deep breath*",
        ),
        unless="laugh* | nose | mask | pollen | interval* | sprint* | hill* | reps",
    ),
    Flag(
        "blood",
        BLOOD,
        (
            "blood | froth* | pink | rusty",
            "cough* | spit* | spat | saliva | phlegm | vomit* | threw up | throwing up | puk*",
        ),
    ),
    Flag(
        "swollen calf",
        CLOT,
        (
            "leg ... [swollen/swell*/swole*/ballooned] | [swollen/swelling] ... leg | calf | calves | lower leg | "
            "[1/one/left/right] leg",
            "swollen | swell* | swole* | puffy | red | hot | massive | huge | ballooned | [twice/2 times] the size",
        ),
        unless="both | trousers | jeans | sunburn* | tattoo | hot [bath/shower/tub]",
    ),
    Flag("clot", CLOT, ("blood clot* | dvt | thrombosis | pulmonary embolism",), clearable=True),
    Flag(
        "stroke",
        BRAIN,
        (
            "[face/mouth/smile/eyelid] ... [droop*/sagg*/lopsided] | slurr* [speech/words/my words/her words] | "
            "[speech/words] ... slurr* | worst headache | "
            "[speech/words] [was/is/were/went/came out] [funny/wrong/weird/jumbled/slurred] | "
            "[saw/see/seeing] double | thunderclap | [blurr*/double/lost/loss/losing] ... [vision/sight/eye] | "
            "[vision/sight] ... [blurr*/double/gone/lost] | seizure* | convuls* | had a fit | words came out wrong | "
            "not lift my [arm/left arm/right arm] | [numb*/not feel/droop*/weak*] ... [side/face/half] | "
            "[arm/face/speech] ... numb*",
        ),
        unless=f"year* ago | {LONG_AGO} | cold | freez* | glove* | glasses | lens* | sweat* | sunscreen | "
        "lost sight of | double figures",
    ),
    Flag(
        "head injury",
        BRAIN,
        (
            "[hit/banged/knocked/bumped/fell on/landed on] my head | concuss*",
            "dizz* | spin | spins | spinning | confus* | vomit* | sick | nausea* | blurr* | memory | remember | "
            "headache* | concuss*",
        ),
        unless="year* ago",
    ),
    Flag(
        "dark urine",
        URINE,
        (
            "urine | pee | peed | peeing | wee | weeing | piss | pissed | pissing",
            "blood* | brown* | dark* | cola* | coke | tea | rust* | red | black | pink",
        ),
        unless="beetroot | beets",
    ),
    Flag(
        "allergy",
        ALLERGY,
        (
            "[lips/tongue/face/throat] ... [swell*/swollen/blue/closing/closed/tight/itch*] | "
            "[swell*/swollen/blue] ... [lips/tongue/face/throat] | hives | anaphyla* | epipen | allergic reaction | "
            "throat is? [closing/swelling]",
        ),
        unless="cold | year* ago | sore throat",
    ),
    Flag(
        "cauda equina",
        CORD,
        (
            "numb* | not feel | no feeling | lost feeling | tingl*",
            "the waist | between my legs | saddle | both thighs | inner thighs | bladder | bowels | not pee | "
            "not [go/wee] | privates | groin area",
        ),
        unless="seat | bike | saddle sore",
    ),
    Flag(
        "numbness",
        NERVE,
        (
            "foot | feet | leg | legs | shin | calf | thigh | arm | hand | toes",
            "[gone/goes/going/go/went/is/are/feels/felt] all? [numb/floppy] | keeps? going [dead/numb/weak] | "
            "[lost/no/losing] [all/the/any]? feeling | not feel my | not lift [it/my foot/my toes/the foot] | "
            "foot drop | gave out | [gives/gave/giving] way | drags | dragging | slaps | slapping | "
            "not [pull/lift/raise] my toes | numb [from/below] | numbness | pins and needles",
        ),
        unless="cold | freez* | shoe* | lace* | laces | tight | asleep | slept | squat* | gym | bath | snow | ice | "
        "glove* | winter | not feel my legs [after/lol/haha/at] | anaesthet* | dentist",
    ),
    Flag(
        "other languages",
        CHEST.replace("Pain or pressure in the chest has", "Chest pain or fainting has"),
        (
            "brustschmerz* | schmerzen in der brust | douleur* [à/dans/au] la? poitrine | mal à la poitrine | "
            "dolor [en/de] el? pecho | me duele el pecho | dor no peito | dolore al petto | male al petto | "
            "pijn op [de/mijn] borst | ohnmächtig | schwarz vor den? augen | zusammengebrochen | bewusstlos | "
            "évanoui | évanouie | desmayé | desmaiei | svenuto | svenuta | flauwgevallen",
        ),
        unless="keine | kein | pas de | sin | sem | senza | geen",
    ),
)
