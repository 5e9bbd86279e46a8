"""Red flags in the words of people who type in a hurry, beside the same words when nothing is wrong.

Written in three rounds, each before the rules that answer it: a miss in the first list is worse than anything else
this app can do, and a false alarm in the second makes people stop reading.
"""

from __future__ import annotations

import pytest

from planwise_core.coach import safety

EMERGENCIES = """
my chests been really tight every time i go up a hill
got this crushing feeling in my chest at mile 3
pressure on my chest and my left arm went numb on the run
passed out after the parkrun yesterday
i fainted at the track last nite
almost blacked out doing strides, had to sit down
went all dizzy and saw black, woke up on the pavement
my heart went mental for 20 mins after i stopped, all irregular
heart fluttering and skipping beats when i run now
weird palpitations since tuesday
cant catch my breath even lying on the sofa
so out of breath just walking to the kitchen, never had that
my calf is swollen on one side and hot to touch
right calf swelled up after the flight, hurts when i press it
dad says i was talking nonsense after the race in the heat and couldnt walk straight
stopped sweating, felt confused and shivery at 30 degrees
i collapsed at km 18 yesterday
chest hurts
chset pain when i run fast
brown urine like cola since the ultra
coughed up blood after the intervals
ich habe Brustschmerzen beim Laufen
me duele el pecho cuando corro
j'ai mal à la poitrine quand je cours
bin beim Laufen ohnmächtig geworden
me desmayé después de correr
my face is drooping and my speech is slurred since the run
had an elephant sitting on my chest this morning, better now
sharp pain under my breastbone when i breathe in on runs
worst headache of my life came on suddenly during the sprint
my chest feels like someone parked a car on it
chest was burning and my jaw ached on the climb
im getting chest tightness most runs now
kinda passed out on the treadmill for a sec
came over all faint at the end of the long run
i keep nearly fainting when i stop
vision went dark at the finish and i fell over
went weak and grey and had to lie down, nearly lost consciousness
my heart does weird flips when i run
heart beat is all over the shop since the race
heart was pounding at 190 just sitting at my desk
hr jumped to 220 on an easy jog for no reason
felt my heart stop and start during the warm up
struggling to breathe lying flat at night
i was wheezing and couldnt breathe walking home
breathless doing nothing
one of my calves is massive and red today
lower leg is hot red and swollen since the flight
calf swollen + short of breath
got heatstroke last sunday
threw up and got confused in the sun near the end
my mate said i was slurring my words after the hot race
my arm and face went numb halfway round
had a fit after the marathon
i hit my head when i tripped and now i feel sick
there was blood in my spit after the reps
peed blood after the long run
wee was dark brown after yesterday
i want to kill myself
what is the point of living any more
puking and delirious after 30k in the heat
cant feel one side of my body
pains in chest & left shoulder when running uphill
je me suis évanoui pendant la course
tengo dolor en el pecho al correr
schmerzen in der brust beim sport
mi sono sentito male, dolore al petto
pregnant and noticed some blood after my jog
suddenly got really short of breath on the flat
haert palpitations at night
my ticker goes all funny on the hills, like it misses a beat then thumps
chest pains again today
theres a dull pain behind my ribs on the left every time i push, goes to my arm
had to stop, couldnt get any air in
nearly keeled over at the finish
i went down like a sack of potatoes at 10k, dont remember it
lost vision for a few secs after the sprint
legs went to jelly, head spinning, had to lie on the track
my calf is twice the size of the other and throbbing
half my face went numb
my words came out wrong after the race and i couldnt lift my arm
feeling faint every time i run lately
heart races when im in bed, wakes me up
pulse was uneven all evening after the tempo
blood when i cough
cant breathe properly since yesterday
i stopped sweating and got goosebumps in 35 degrees, then collapsed
vomiting and dizzy after the heat today
chest tight + jaw pain
sudden stabbing in my chest
felt like i was going to pass out on the bike
fainted in the shower after long run
short of breath at night when i lie down
crushing chest
i blacked out
""".strip().splitlines()

ORDINARY = """
my legs are killing me
heart rate was through the roof on the hill
that hill nearly killed me
im dead after those intervals lol
i was so out of breath at the top of the hill, loved it
calves are sore after the long run
both calves a bit tight this morning
i collapsed on the sofa after my long run, great day
i almost died of boredom on the treadmill
my heart wasnt in it today
heartbroken that i missed the race
got it off my chest, feel better
did chest and back at the gym, a bit sore
my chest strap keeps dropping out
new heart rate monitor, what zone should i be in
i was breathing hard in the tempo, is that normal
fainter hearts would have quit
black toenail after the long run
passed out on the couch watching netflix, slept 10 hours
confused about the plan, is sunday long or easy
confused by the pace zones
sweating buckets in this heat
dizzy with excitement about the race
i feel faint hope for a pb
skipping a beat, skipping thursday too
my watch says irregular pace
dropped my phone, screen went black mid run
killer headwind, lungs were burning on the last rep
no chest pain no dizziness, just tired legs
the marathon broke my heart last year
that session was a killer
my lungs are on fire lol
this heat is killing me
im dying for a rest day
feeling faintly sick about the race, nerves
i passed out the race leaflets
blackout curtains helped me sleep
i bonked so hard i saw stars, ate a gel and was fine
couldnt breathe through my nose in the cold
got blisters and blood in my sock
a bit breathless on the hill but that's normal right
shortness of time this week
heart set on sub 4
i put my heart into that one
my heart rate monitor died
hr 180 in the intervals too high?
my pulse was racing before the start
my calves are swollen from leg day lol, both
my watch collapsed, battery dead
the plan fell apart, i collapsed mentally
im numb with cold
numb toes in tight shoes
i vomited once after the sprint, too much lunch
stomach a bit dodgy on long runs
chest infection is gone, doctor cleared me to run
sports bra is too tight round my chest
my shirt chafes my chest
tight hamstrings, tight schedule
my resting heart rate dropped to 48, nice
hit my head against the wall planning this
period of heavy work, less time
its that time of the month, tired
kill time between runs
i could murder a burger
headache after too much wine
dad had a heart attack so i started running
my wife fainted at the finish, she's ok
dizzying pace this week
felt sick before the race from nerves
that tempo took my breath away
my chest press pb went up
tight on time this week
hr strap says 200, surely wrong
the hill nearly killed me, heart pounding, great fun
heart pounding at the start line
i was gasping at the end of the 5k
winded after the sprints
my mum has heart problems
i dont have any chest pain
no dizziness, no fainting
legs like jelly after the long run
jelly legs
head not in it today
sore ribs from laughing
threw up after too many beers
calf cramp in the night
calves like rocks
dead leg from football
my vision for this season is sub 3
speech at my wedding on saturday, cant run
numb bum on the bike
cold hands went numb
my girlfriend passed out at a concert
puked after the intervals, worth it
""".strip().splitlines()


@pytest.mark.parametrize("said", EMERGENCIES)
def test_an_emergency_is_referred_however_it_is_put(said: str) -> None:
    assert safety.referral(said)


@pytest.mark.parametrize("said", ORDINARY)
def test_an_ordinary_ache_or_a_figure_of_speech_is_coached(said: str) -> None:
    assert safety.referral(said) is None
