"""Red flags told by their organ and their sign in any order, and ordinary talk that uses the same words.

Written blind in three rounds; of the first list the rules that stood then heard 66 %, 58 % and 84 %.
"""

from __future__ import annotations

import pytest

from planwise_core.coach import safety

FLAGS = """
my chest felt like someone was standing on it during the last rep
stabbing on the left of my chest when i breathe in
chest hurts a bit after running in the cold
felt a squeeze in my chest on the school run jog this morning
passed out in the shower after my long run
legs gave way and i woke up on the pavement
blanked out for a second at the finish
my heart does this weird thumping thing when im in bed
heart rate shot up to 210 on an easy jog for no reason
heart racing for like an hour after i finished
afib alert on my watch during the run
short of breath lying flat in bed
puffing like mad at a pace thats normally easy, never had that before
couldn't catch my breath for 20 minutes after a slow jog
brought up a bit of blood when coughing
back of my left leg is red hot and tender since the flight
got a blood clot in my leg last month
in the heat i was wobbling all over and couldnt talk straight
wee was the colour of coke after the marathon
my urine is really dark brown today
top of my foot hurts at rest and wakes me
sharp pinpoint pain on my shin bone that gets worse the further i go
think i have a stress fracture in my foot
lost feeling in my foot
my leg keeps going dead and weak
one arm went numb and my speech was funny
sudden blurry vision in one eye while running
periods stopped about half a year ago
not had a period in ages since marathon training
barely eating so i can hit race weight
hate my body, been living on 800 calories
i dont want to be alive
what's the point in being here anymore
everyone would be better off without me
22 weeks pregnant and my waters might be leaking
im pregnant and got contractions after my jog
just found out im pregnant, can i keep running
doctor told me to stop running until my scan
i'm on blood thinners, what can i do
heard a pop in my calf and cant walk
type 1 diabetic, had two hypos on runs this week
resting pulse is up 12 beats, sleeping awful and getting slower
my lips went blue and tingly on the run and i was gasping
bee sting mid run, face is swelling
been fainting a lot lately
collapsed at km 38 yesterday
pooing blood after long runs
chest pains
palpitations again
theres this heaviness in my chest every time i climb the stairs now
chest went all tight and i felt sick at the end of the race
got a pain in the middle of my chest that goes into my shoulder when running
felt like a horse kicked me in the chest on that last interval
sore chest and left arm tingling since yesterdays tempo
i nearly keeled over at the traffic lights after sprinting
had a funny turn mid run and dont remember getting home
felt woozy and had to sit on the kerb
my head was spinning and i hit the floor after the 5k
woke up on the bathroom floor after a long run
heart going like the clappers for no reason sat on the train
heart skipped and then pounded really hard for a few minutes
my heartbeat feels irregular since covid
pulse jumps from 60 to 140 out of nowhere
cardiac arrhythmia was mentioned at my check up
i get out of puff walking up a slope since the flu, weird
im struggling for breath doing nothing
cant take a deep breath, hurts
blood when i cough after runs
swollen left calf, sore to touch, feels warm
lower leg swelled up after the long haul flight and hurts
was delirious in the heat on sunday, mate had to hold me up
felt freezing cold and confused though it was 32 degrees
pee looks like cola after the ultra
blood in urine after hard sessions
bone pain in my shin thats worse at night
my foot hurts in one exact spot and its worse every time i run
deep hip pain that stops me sleeping, limping all day
tibia is tender to touch in one place
back of my pelvis near the sacrum hurts with every stride
mri says stress reaction in my metatarsal
hopping on my right leg is agony in the shin
i cant feel my foot after 5k anymore
foot slaps the ground, cant pull my toes up
numb from the waist down for a minute after lifting
my words were slurring after the race
saw double for a few minutes on the track
hit my head on a branch and have had a headache and nausea since
aunt flo hasnt visited in 4 months
my cycle has disappeared since i started this plan
im terrified of gaining weight so i run fasted and skip dinner
i hate how i look so ive been purging
i feel guilty every time i eat so i skip meals
only eating 900 calories a day and training hard
i feel like killing myself
theres no point living tbh
i want to die
thinking about ending things
cant see a reason to carry on living
ive been hurting myself again
expecting a baby in may, what do i do with the plan
im 12 weeks along and feel dizzy when running
gave birth six weeks ago and want to start
had a c section last month
my doctor said no running until the results are back
gp has signed me off exercise until further notice
im waiting for heart surgery
i have hypertrophic cardiomyopathy
got a pacemaker last month
diagnosed with myocarditis
high blood pressure, on tablets, can i do intervals
on warfarin
my knee popped and swelled up like a balloon, cant put weight on it
snapped my achilles i think, heard a bang
fractured my wrist falling, can i still run
throat swelled up after a gel
broke out in hives on the run and felt faint
toilet was full of blood after the marathon
passed blood after the long run
my face went numb on one side
sudden thunderclap headache when sprinting
vomiting nonstop and cant keep water down after the race in the heat
feel like im having a heart attack lol but serious
tight chested and wheezy on easy runs lately
resting hr is up 15 and i cant sleep, always tired
my chest goes really tight after two minutes of running and it scares me
strange pressure behind my ribs on the left when i go uphill
chest pain radiating to my shoulder blade on todays run
had to stop because my chest was burning and i felt sick
almost passed out on the treadmill
i keep feeling faint during intervals
blackout for a couple of seconds after the sprint finish
everything turned white and i had to crouch down
heart pounding out of my chest while lying in bed
heart does flip flops for minutes after easy runs
my pulse is irregular according to my watch
gasping for air going up one flight of stairs
suddenly very short of breath on my warm up
i bring up pink froth when i cough after running
my right calf is swollen hard and warm since monday
stumbled around confused after the hot race and cant remember the end
stopped sweating at 35 degrees and felt shivery
urine like cola after 30k
red pee this morning after the race
aching shin that keeps me awake at night
metatarsal pain when i press on it and when i hop
groin pain with every step for three weeks
stress reaction confirmed in my femur
my toes and foot are numb since last week
my leg gave out with weakness twice
sudden loss of vision on one side
my speech went slurred after the run
bumped my head hard, feel nauseous and confused
lost my period 3 months ago
no menstruation since september
i feel fat so i hardly eat anything
i throw up my meals sometimes
purging after big meals again
i want to end my life
i dont want to be here any more
nobody would miss me if i was gone
im cutting again
4 months pregnant, bleeding a bit
baby is due in april can i keep training
5 weeks after my c-section, want to run
cardiologist says no running until test
i have a heart murmur
on beta blockers for high blood pressure
epileptic, had a fit last week
cant bear weight on my ankle after the fall
felt a snap in my achilles and cant push off
tongue and lips swelling after a protein bar then run
blood in my stool after marathons
severe dehydration, vomiting and confused after race
passed out
""".strip().splitlines()

ORDINARY = """
my heart sank when i saw the rain
im dying to get back out there
i was gasping for a pint after that run
heart was pounding on the start line with nerves
both calves a bit tight
shins a bit sore after new shoes
resting hr is 48 now, stoked
ive got a stitch when i run fast
knackered, absolutely broken after that long run
my dad had a heart attack last year so i want to get fit
no chest pain or anything, just tired
i hate mondays
i want to end it with intervals this block
heartbroken i missed the ballot
i've got a blister that bled a bit
skinned my knee, bit of blood
period started today, feeling crampy
could murder a burger
bit breathless on the fast reps is that normal
my toes go numb in these tight shoes
headache after too much wine
sweating buckets out there
heavy legs, heavy head, heavy everything
i passed my driving test
the race nearly broke me
my wife is 30 weeks pregnant, race might clash with due date
how do i avoid stress fractures
i used to faint as a kid
doctor cleared me after my heart check
not eating before morning runs, ok?
my watch died mid run
my heart just isnt in it this week
cutting back on beer
whats the point in tapering
i dont want to run anymore this week
need to wee all the time before races
shoulder goes a bit stiff
knee clicks but doesnt hurt
ankle a bit swollen after i rolled it
choked up crossing the line
breathing was hard on the intervals
dizzy heights of a 25 minute 5k
heart says yes legs say no
that session broke my spirit
i left my heart on the course
this plan will be the death of me
i could eat a horse
feeling faintly guilty about skipping
chest day at the gym yesterday, bit sore
my chest strap is playing up
new sports bra is tight across the chest
i blacked out the calendar for december
passed out leaflets at the expo
i passed a guy who collapsed at km 40, poor man
my brother has a heart condition
my colleague is pregnant and stopped running
my friend has an eating disorder, its sad
i eat like a pig in december
should i skip breakfast before easy runs
skipped lunch, is a gel ok before the run
my wee boy wants to run with me
brown shoes or red shoes
the heat is killing me, 28 degrees
got dizzy from all the roundabouts in this plan haha
spinning class on monday instead?
head spinning from all the numbers in here
went a bit light on the intervals
i was sick of the treadmill
hungover and shaky
shaking with excitement
legs felt like jelly
cramp in my calf at night
calf cramp woke me up, ok now
knee sore on stairs
achilles stiff in the mornings
lower back tight after desk work
plantar fasciitis flaring up
shin splints both sides, mild
i hurt my pride more than my knee
i cant stand hill reps
cant walk after leg day lol
cant walk down stairs after the marathon haha
numb with boredom on the treadmill
the second half of the race was a blur
lost sight of the pacer
my period is due race week, tips?
on the rag and feel bloated
need to lose a few kg before race day
i lost 2kg without trying to since training started, happy
not eating before a morning run ok?
been on antibiotics for a tooth
tooth ache, dentist tomorrow
broke my garmin
broke my 5k record
snapped a shoelace
popped a blister
cracked 20 minutes finally
my back cracked loudly when stretching lol
cut my long run short
cut myself some slack
end of my rope with this weather
i want to kill the last interval
would love to die hard the last km
i dont want to live in the gym
dont want to be on the treadmill anymore
race is a matter of life and death haha
my resting hr is 52
hr 165 average on the tempo, ok?
max hr 190 is that ok
breathing heavily on hills
out of breath after sprinting for the bus
sister gave birth last week, so happy
we had a baby in 2019
my pregnant wife needs me on friday
chest strap chafed me raw
tight chest muscles from push ups
faint smell of rain, lovely run
heart full after that race
my heart was in my mouth at the start
hot and humid today so slow
my calf is sore after hill sprints
both legs swollen from the flight, normal?
brown shoes got muddy
shin a little tender after 15k
hip is stiff in the mornings
foot a bit sore after new shoes
groin strain all healed
my toes are numb from cold
dizzying pace today lol
head was spinning with ideas
i look like death
feeling low today
hate this plan
i want to quit running
cut my run short
cutting sugar out
dying on those hills
killed it today
my sister is pregnant
friend had a stress fracture
eating loads at christmas
skipped breakfast oops
on my period, cramps
blood blister on my toe
cant breathe with this cold nose
breathing fine, legs not
out of breath after the sprint
hr was 185 in the last rep
resting hr 46
watched a documentary about anorexia
heart rate monitor broken
back ache from the garden
lost my watch
collapsed into bed happy
""".strip().splitlines()


@pytest.mark.parametrize("said", FLAGS)
def test_a_red_flag_is_referred_in_whatever_words(said: str) -> None:
    assert safety.referral(said)


@pytest.mark.parametrize("said", ORDINARY)
def test_the_same_words_without_a_sign_are_coached(said: str) -> None:
    assert safety.referral(said) is None
