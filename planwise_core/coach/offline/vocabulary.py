"""Words of the domain that more than one reader knows: units, body parts, people."""

from __future__ import annotations

NUMBER = r"(-? ?\d+(?:[.,]\d+)?)"
UNIT = r"(?:(km/h|kms?|k|kilomet(?:er|re)s?|mi|miles?|milers?)(?![a-z]))"  # "30 kids" are no kilometres
PER_WEEK = r"most weeks|(?:in a|in the|a|per|/|each|every|p/?) ?(?:week|w)\b|weekly|pw\b|/week|mpw|kpw"
SESSION = (
    r"(?:long|easy|tempo|interval|recovery|hard|hill)?(?: ?(?:run|1|one|session|workout)s?)|tempo|intervals|hills|"
    r"long run"
)
_LIMBS = """knee achilles hamstring shin shins calf calves ankle foot feet heel hip hips back quad quads groin toe
    toes plantar glute glutes thigh shoulder neck itb itbs arch knees ankles heels hammy hammies soleus butt bum sole
    rib ribs sciatica wrist elbow finger thumb"""
PARTS = _LIMBS.split()
PART = "|".join(sorted(PARTS, key=len, reverse=True))
PEOPLE = (
    "dad|father|mum|mom|mother|parents|friend|mate|buddy|wife|husband|partner|brother|sister|son|daughter|kid|child|"
    "children|baby|uncle|aunt|auntie|colleague|coworker|co-worker|workmate|neighbour|neighbor|boss|grandad|grandpa|"
    "grandma|"
    "grandmother|grandfather|nan|gran|cousin|nephew|niece|teammate|girlfriend|boyfriend|fiance|fiancee|dog|cat|pet|"
    "puppy|kitten|runner|guy|"
    "girl|"
    "man|woman|lady|lad|bloke|ex|coach|trainer|hubby|missus|bestie|flatmate|roommate|housemate|in-laws|father-in-law|"
    "mother-in-law|brother-in-law|sister-in-law|stepson|stepdaughter|twin|teacher|student|"
    "little one|little 1|wee one|wee 1|youngest|eldest|gf|bf|sis|bro|grandson|granddaughter|grandkid|toddler|nanny|"
    "family|other half|"
    "running (?:friend|buddy|partner|mate)|training (?:partner|buddy)"
)
