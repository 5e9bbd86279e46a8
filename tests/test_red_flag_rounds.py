"""Red flags once more: two rounds of phrases that nobody had tried, each written before the rules were looked at.

The first list must stop the coaching (SCIENCE 2.7); the second is ordinary talk that only sounds like a sign:
tiredness, jokes, other people, questions in general, what is long over.
"""

from __future__ import annotations

import pytest

from planwise_core.coach import safety

SIGNS = """
there's an elephant sitting on my chest whenever i run up the stairs
sharp pain in the left side of my chest and down the arm during the tempo
my chest hurts when i breathe hard
tightness across the chest that goes away when i stop
pain in my jaw and left arm on the hills today
i fainted at the end of parkrun
collapsed after the finish and woke up with people around me
came round on the pavement, no idea how i got there
legs went and i was out cold for a minute
nearly blacked out on the second rep
i get dizzy and see stars every time i push hard
my heart was racing at 220 for half an hour after i'd stopped
heart skipping beats on easy runs since last week
my heart suddenly goes berserk out of nowhere
cant get enough air even when walking to the kitchen
i wake up at night unable to breathe
coughing up blood after intervals
one calf is twice the size of the other and red
my left calf is hot and throbbing since the flight
calf swollen and painful after long flight and it hurts to touch
was shivering and confused in the heat, stopped sweating
in the heat today my training partner said i was talking nonsense
my pee was dark brown after the long run
blood in my urine after the race
pinpoint pain on my shin bone, hurts when i hop on it
shin hurts at night even when i'm lying in bed
deep groin pain every time my foot lands
pain on top of my foot that gets worse with every step, i can put my finger on the spot
mri showed a stress fracture in my tibia
hip pain that wakes me up at night
haven't had a period in four months
my periods stopped since i increased the training
no period since summer and i lost 6 kilos
i make myself sick after dinner so i stay light
i've been skipping meals to get to race weight and can't stop
been starving myself before weigh-ins
i don't see a point in living
sometimes i think about just running in front of a train
i feel like ending it all
i've been hurting myself again
i want to disappear forever and never wake up
i'm 20 weeks pregnant and i've had some spotting
pregnant, 30 weeks, waters leaking after the jog
i'm expecting and had contractions on the run
just found out i'm pregnant, can i still do the half
gave birth five weeks ago, when can i start intervals
i had a heart attack in the spring and want to do a 10k
i've got a pacemaker, make me a marathon plan
doctor put me on blood thinners last month
type 1 diabetic and had two hypos on long runs
my doctor told me not to exercise until the scan
can't feel my right foot since this morning
numb between my legs and i can't control my bladder
worst headache of my life came on mid run
face droops on one side and my arm is weak
i hit my head when i fell on the run and keep vomiting
ankle went crack, can't put any weight on it
heard a pop in my calf and i can't stand on tiptoe
my throat is closing up after the gel
had a seizure on the weekend
brustschmerzen beim laufen
j'ai mal à la poitrine quand je cours
me desmayé durante la carrera
dolore al petto quando corro
pressing feeling in the middle of my chest when i climb hills
my chest felt like it was in a vice on the second interval
burning under the breastbone every time i speed up
left arm goes numb and my chest feels full when running
chest discomfort and sweating after only 1 km
i went down at the water station, dont remember hitting the ground
everything went dark and my knees buckled at 9k
i fainted in the shower after yesterdays long run
felt like i was about to pass out on the climb
nearly keeled over at the finish
my heart flutters like a bird when i lie down
my pulse jumps to 200 on easy jogs for no reason
watch showed afib twice this week
my heart pauses and then thuds hard
been wheezing at rest since the weekend
i cant finish a sentence without gasping, on the flat
woke up gasping and sat on the edge of the bed
coughed up something pink after the race
my right lower leg is swollen, red and warm
calf has been throbbing and puffy since the long haul flight
got goosebumps and stopped sweating in the midday heat
i was staggering and couldnt say my own name at the end of the hot race
my wee is the colour of coca cola after the marathon
there was blood when i went to the toilet after the tempo
one exact spot on my shinbone is tender when i press it
my foot aches at night and hopping is agony
groin hurts when i stand on one leg, worse every run
heel bone pain, cant even walk to the bus without limping, worse each day
scan says stress reaction in the sacrum
havent had my period since june
i've missed five periods, is that normal for runners
my cycle disappeared when i went over 80k a week
i throw up after big meals so i dont gain
i live on 900 calories a day and run 60k
terrified of eating carbs
thinking about ending my life
everyone would be better off without me
i cut myself last night
no point in going on anymore
24 weeks pregnant and dizzy on walks
i am pregnant and had some bleeding after the run
i'm 12 weeks along, is speedwork ok
had a baby three weeks ago, ready to run again!
had a stent put in last year, want to run a half
my cardiologist found something odd on the ecg
i take warfarin
i inject insulin and keep going low on runs
epileptic since childhood, can i run alone
my gp told me no running until the results are back
foot drop since this morning
my whole left leg went numb on the run and stays numb
cant pee and my saddle area is numb
sudden terrible headache like a thunderclap
suddenly saw double and my words came out jumbled
concussed on saturday, still feeling sick and foggy
felt a pop in my achilles and now i cant push off
i think i broke my foot
lips swelling and hives after a bee sting on the run
resting heart rate up 12, sleeping terribly, every run slower
mir wurde schwarz vor augen beim laufen
""".strip().splitlines()

ORDINARY = """
my chest strap keeps slipping down
heartbroken that i missed the ballot
i nearly died laughing at the finish line photo
those hill repeats killed me
my legs are dead after sunday
my lungs were burning in the last rep, good session
i was out of breath at the top of the hill as you'd expect
heavy legs since the weekend
dog tired, work is murder
i passed out on the sofa after dinner
i blacked out friday from my calendar
my heart sank when i saw the results
cramp in my calf at km 18
calves are stiff after the new shoes
quads sore from squats
i had a stress fracture ten years ago
fainted once as a teenager at the dentist
my dad has a heart condition
my husband had a heart attack last year, he's fine now
my colleague is pregnant and still runs
my friend had chest pain and went to hospital
is running while pregnant dangerous in general?
what are the symptoms of heat stroke
how do i avoid stress fractures
the period before the race is always busy
in that period of my life i didn't run
i'm starving after long runs
i skipped breakfast before my run this morning
i could kill for a pizza
this plan is going to be the death of me lol
i'm dying to race again
suicide pace in the first km, silly me
black toenail again
side stitch whenever i drink too late
blister on my big toe popped
runny nose and a tickle in the throat
slight headache from too little coffee
a bit dizzy with happiness
i got a bloody nose when my kid headbutted me
blood test came back fine
sore bum from the bike saddle
hips are tight from sitting
knees crack when i go downstairs but no pain
dom's in my glutes
swollen feet in my new shoes, half size up next time
pins and needles when i tie my laces too tight
it was so hot i could have fainted, ha
the humidity nearly killed us all
my watch says my heart rate was 190 in the sprint
resting heart rate is 48, good?
my heart rate monitor shows nonsense
i broke my pb
broke my phone on the run
feeling low on energy today
bit down because of the rain
i've lost 3 kilos since january, on purpose, feeling good
mother in law is a real pain
shin splints years ago, long gone
had surgery on my knee in 2015, no problems since
doctor gave me the all clear to run
cardiologist says my heart is perfectly healthy
my wife is 20 weeks pregnant so i need flexible days
i'm expecting a parcel thursday
contractions of the hamstring, do they help speed
expecting a lot from this race
my chest of drawers fell on my toe lol
chest press day tomorrow so arms will be dead
that hill gave me a heart attack, figuratively
i was so nervous my heart was pounding at the start
heart's not in it today
had a faint hope of a pb
he fainted at the finish and i helped him
saw someone collapse at the race, shook me up
my neighbour died of a heart attack while jogging
my grandfather had a stroke
puffing like a steam train on the last rep as usual
short of breath after sprints like everyone
my calves are huge, trousers dont fit
calf tight after yesterday, foam rolled it
both calves sore from the hills
it was boiling hot and i just walked the last bit
sweated buckets
drank too little, pee a bit yellow
peed behind a tree, sorry
shin bruised from the coffee table
stubbed my toe on the bed
broke my toe when i was twelve
sore feet in the evening after work
groin strain in 2012, fine since
my period started, cramps but ok to run easy
on my period this week, feeling slow
i eat a lot and love it
skipped lunch today, was hungry on the run
lost my appetite for intervals
need to lose a few pounds before summer
i'd rather die than do hill repeats
this tempo will kill me
i'm so done with winter
feeling flat and a bit sad the race is over
cut my finger chopping onions
my wife is pregnant so i may have to stop at short notice
sister had a baby last week, yay
when is it safe to run after giving birth in general
what does a stress fracture feel like
how do you prevent heat stroke
are blood thinners a problem for runners
my dad takes insulin
doctor said everything is fine, carry on running
physio happy with my knee, cleared to run
ecg was normal
blood pressure 118 over 76
i donated blood on monday
got a blood blister under the nail
pins and needles in my hand because i slept on it
dizzying heights of 50k a week
headache after red wine
hit my head on the cupboard, just a bump
popped a balloon at the party and my ears ring
heard a bang, it was a firework
knuckles cracked
the scale broke
tongue in cheek: i hate you coach
beetroot juice turned my wee pink
sinking feeling about the taper
legs were jelly after the race
""".strip().splitlines()


@pytest.mark.parametrize("said", SIGNS)
def test_a_sign_stops_the_coaching(said: str) -> None:
    assert safety.referral(said)


@pytest.mark.parametrize("said", ORDINARY)
def test_ordinary_talk_does_not(said: str) -> None:
    assert safety.referral(said) is None


@pytest.mark.parametrize(
    ("said", "is_sign"),
    [
        ("Ich habe Schmerzen in der Brust", True),
        ("ich bin schwanger, kann ich laufen", True),
        ("me siento bien, quiero correr el jueves", False),
    ],
)
def test_signs_are_heard_in_what_was_read_word_for_word(said: str, is_sign: bool) -> None:
    assert (safety.referral(said) is not None) == is_sign


def test_a_question_about_oneself_is_no_question_in_general() -> None:
    assert safety.referral("what does a stress fracture feel like") is None
    assert safety.referral("is it bad that my stress fracture hurts again")
