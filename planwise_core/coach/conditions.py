"""Signs and conditions a doctor has to see before training goes on: bones, energy, pregnancy, PAR-Q (SCIENCE 2.7)."""

from __future__ import annotations

from planwise_core.coach.red_flags import Flag
from planwise_core.coach.referrals import (
    BONE,
    BROKEN,
    GUT,
    OVERTRAINED,
    PARQ,
    PREGNANT,
    REDS,
    TOLD,
)
from planwise_core.coach.symptoms import (
    BONE_SIGNS,
    BONES,
    LONG_AGO,
    PAIN,
)

CONDITIONS: tuple[Flag, ...] = (  # behind the emergencies, in the order they are answered
    Flag(
        "blood from the bowel",
        GUT,
        (
            "poo | poop | pooing | pooping | stool* | diarrh* | toilet | bowel | bum | passed | passing",
            "blood* | tarry | black",
        ),
        unless="blood sugar | piles",
    ),
    Flag("bone stress", BONE, (BONES, f"{PAIN} | sore | tender* | throb* | agony", BONE_SIGNS), negatable=False),
    Flag(
        "stress fracture",
        BONE,
        ("stress [fracture*/reaction/injury]",),
        unless=f"avoid | prevent | risk of | year* ago | {LONG_AGO} | how do i",
        clearable=True,
    ),
    Flag(
        "femoral neck or sacrum",
        BONE,
        ("groin | hip flexor* | sacr* | tailbone", "pain* | hurt* | ache* | aching | stabb*"),
        clearable=True,
    ),
    Flag(
        "missed periods",
        REDS,
        (
            "[my/a/any/no/missed/#/last/had] [next/last/monthly/whole]? [period/periods] | menstrua* | amenorrh* | "
            "aunt flo | my cycle | periods | period",
            "missed | missing | not had | have not | has not | no period* | stopped | gone | lost | absent | late | "
            "since | month* | amenorrh* | disappeared | vanished | not [come/visited/shown] | no sign | in ages | "
            "half a year | year",
        ),
        unless="[training/base/taper/rest/recovery/busy/grace/trial/this/quiet/long/short/time/holiday/hard/exam] "
        "[period/periods] | [period/periods] [of/pain/cramps/started/is due/tracker] | started today | on my period | "
        "not missed",
        negatable=False,
    ),
    Flag(
        "eating",
        REDS,
        (
            "eating disorder | anorexi* | bulimi* | purg* | binge* | "
            "[make/making] myself [sick/throw up/vomit/puke] | starv* myself | not eating [enough/anything/much] | "
            "[barely/hardly] eat* | [stopped/avoid*/quit] eating | laxative* | "
            "[throwing/throw/bringing] [up/it up] ... [eat*/meal/meals/dinner/lunch/food/weight] | sick after "
            "[eating/meals/food] | skip* meals | [hate/hating] my body | "
            "[scared/afraid/terrified/guilty] ... [eat/eating/food/weight/meal] | "
            "[5##/6##/7##/8##/9##/1000/1100] calories a day | only eat* # calories | fasted and skip* | "
            "[skip/skipping] [dinner/lunch/meals] | living on [#/nothing/coffee/air] | then do not eat | "
            "not eaten [for/in/since/properly/enough/much] | [losing/lose] weight ... [not stop/not trying/without "
            "trying] | not stop losing weight | weight keeps dropping",
        ),
        unless="documentary | article | book | podcast | film | binge [watch*] | binge-watch* | used to | "
        "eating [enough/much] [carbs/before/during]",
        clearable=True,
    ),
    Flag(
        "pregnant",
        PREGNANT,
        (
            "pregnan* | # weeks along | [first/second/third] trimester | expecting a [baby/child] | baby is due | "
            "due date",
        ),
        unless="trying to get | pregnant [wife/partner/girlfriend/sister/friend/daughter] | was pregnant | "
        "last pregnancy | when i was | not pregnant | year* ago",
        clearable=True,
    ),
    Flag(
        "after a birth",
        PREGNANT,
        (
            "c section | postpartum | post-partum | postnatal | c-section | caesarean | cesarean | gave birth | "
            "had [a/my/our] baby",
            "days | [1/2/3/4/5/6/7/8/9/10/11] week* | [1/2/a/last/this] month* | last week | just | recently",
        ),
        clearable=True,
    ),
    Flag(
        "overtraining",
        OVERTRAINED,
        (
            "resting [hr/heart rate/pulse/heartrate] | morning [pulse/heart rate/hr]",
            "higher | up | raised | elevated | above | over",
            "sleep* | slept | tired* | exhaust* | slower | fatigue* | knackered | drained",
        ),
    ),
    Flag(
        "PAR-Q: heart",
        PARQ,
        (
            "murmur | abnormal ecg | cardiologist [found/saw/wants/thinks] | "
            "had a heart attack | heart attack [in/last/years] | stent | bypass surgery | "
            "heart [condition/disease/problem/problems/failure/murmur/defect/trouble/surgery/operation] | cardiac | "
            "cardiomyopathy | myocarditis | high blood pressure | hypertension | pacemaker | stent | "
            "bypass [surgery/operation]",
        ),
        unless="no history | cardiac drift",
        clearable=True,
    ),
    Flag(
        "PAR-Q: condition",
        PARQ,
        (
            "insulin | type 1 diabet* | blood thinner* | anticoagula* | warfarin | chemo* | "
            "kidney [disease/failure] | epilep*",
        ),
        clearable=True,
    ),
    Flag(
        "PAR-Q: dizziness",
        PARQ,
        ("dizzy spell* | dizziness | [keep/often/always/been] [getting/feeling]? [dizzy/light-headed/lightheaded]",),
        clearable=True,
    ),
    Flag(
        "doctor's word",
        TOLD,
        (
            "signed me off | [doctor/dr/physio*/cardiologist/gp/midwife/surgeon] ... "
            "[said/says/told/tells/advised/wants/warned/forbade/forbids/ordered/banned] ... [not to/no running/no "
            "training/no sport/no exercise/stop running/stop training/supervis*/until]",
        ),
        unless="[only/just] easy | easy [run/runs/running/jogging]? only | [no/avoid] "
        "[hard/speed/intervals/tempo/fast]",
        negatable=False,
    ),
    Flag(
        "broken or torn",
        BROKEN,
        (
            "not [put/bear] any? weight | not weight-bear | not [walk/stand] on [it/my/the/that] | "
            "heard a [bang/pop/snap/crack] | [fractured/snapped/ruptured/dislocated] my | "
            "[think/sure/probably/have/may/might/just] ... [broken/broke/fractured/ruptured/dislocated/snapped] "
            "[my/a/the] [ankle/leg/foot/toe/hip/arm/wrist/heel/rib/collarbone/achilles/bone/shin/knee] | "
            "[ankle/leg/foot/toe/hip/wrist/heel/rib/bone/shin/knee] is [broken/fractured/dislocated] | "
            "unable to [walk on/put weight/bear weight] | loud [crack/pop/snap] | made a [crack/pop/snap] | "
            "[heard/felt] a loud? [pop/snap/crack] | broke my [ankle/leg/foot/toe/hip/arm/wrist]",
        ),
        unless=f"year* ago | last year | {LONG_AGO} | [winters/summers/seasons] ago | "
        "last [winter/summer/season] | knuckle* | firework* | door | car | ice | record | shoelace | lace* | in [20#]",
        negatable=False,
    ),
)
