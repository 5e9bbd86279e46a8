"""What is said instead of coaching when a red flag shows (SCIENCE 2.7): which help, how soon, and the plan waits."""

from __future__ import annotations

NUMBER = "your local emergency number (112 in Europe, 911 in the US and Canada, 999 in the UK)"
_PAUSED = "I am pausing the coaching here, and your plan stays as it is."
_CLEARED_FIRST = "Once a doctor has cleared you, tell me what they said and we go on from there, gently."


def _emergency(what: str, first: str = "Stop running now, do not drive yourself, and") -> str:
    return f"{what} {first} call {NUMBER}, or let somebody near you call. {_PAUSED} See a doctor before you run again."


def _doctor(what: str) -> str:
    return f"{what} {_PAUSED} {_CLEARED_FIRST}"


CHEST = _emergency("Pain or pressure in the chest has to be looked at straight away.")
FAINT = _emergency("Fainting, or nearly fainting, has to be looked at before you run another step.")
HEART = _emergency("A heart that races, flutters or skips for no reason has to be checked before you run again.")
BLOOD = _emergency("Coughing up or vomiting blood has to be looked at straight away.")
BREATH = _emergency("Being that short of breath is out of proportion and has to be checked right away.")
HEAT = _emergency(
    "That sounds like heat illness, and minutes count.",
    "Cool down first (shade, cold water over the whole body, ice), and at the same time",
)
CLOT = _emergency("A swollen calf on one side can be a blood clot, and that cannot wait.")
BRAIN = _emergency("That can be a sign of something in the brain, and minutes count.")
MATERNITY = _emergency(
    "In pregnancy that is a sign to stop at once.", "Ring your maternity unit now; if you cannot reach them,"
)
CRISIS = (
    "I am really glad you said that, and you do not have to carry it alone. Please call a crisis line (988 in the US "
    f"and Canada, 116 123 in the UK and much of Europe) or {NUMBER} now, or go to somebody you trust. The plan can "
    "wait."
)
BONE = _doctor(
    "Pain like that can be a stress injury of the bone, and running on it can turn it into a fracture. Please do not "
    "run on it, and see a sports doctor this week; ask about imaging."
)
REDS = _doctor(
    "That can mean that the body gets too little energy for its training (REDs), which harms bones and heart. Please "
    "see a doctor, best a sports physician, before you train on."
)
OVERTRAINED = _doctor(
    "A raised pulse at rest with bad sleep, tiredness or slower runs can mean that your body no longer recovers "
    "(overtraining). Please leave all hard running for now, and let a doctor have a look."
)
PARQ = _doctor("With that history a doctor should say what is safe before I plan any running.")
PREGNANT = _doctor(
    "Running can go well around a pregnancy, but only with the go-ahead of your doctor or midwife; after a birth "
    "usually from about twelve weeks, with a check of the pelvic floor first."
)
TOLD = _doctor("Your doctor's word stands above any plan of mine.")
BROKEN = _doctor("A doctor has to look at that today: please do not run on it, and do not test it.")
ALLERGY = _emergency("Swelling in the face or throat, hives or blue lips can become dangerous within minutes.")
CORD = _emergency("Numbness between the legs, or trouble passing water with it, can be pressure on the spinal cord.")
NERVE = _doctor("Numbness or weakness that comes back can be a pinched nerve, and running on it can make it last.")
GUT = _doctor("Blood from the bowel, however it comes, has to be looked at by a doctor, and soon.")
URINE = _doctor("Dark or bloody urine after running needs a doctor today; drink, and do not run.")
