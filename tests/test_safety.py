"""Red flags stop coaching; what only sounds like one does not."""

from __future__ import annotations

import pytest

from planwise_core.coach.safety import FLAGS, referral

EMERGENCIES = [
    "I had chest pain during today's run",
    "tight chest and pain down my left arm",
    "my chest feels like somebody is sitting on it, real pressure",
    "I fainted after my intervals",
    "almost passed out on the hill",
    "got really dizzy and lightheaded during the tempo",
    "my heart was fluttering and skipping beats last night",
    "my heart suddenly starts racing when I sit on the couch",
    "I get short of breath walking up the stairs",
    "I can't breathe properly",
    "it was 34 degrees, I got confused and collapsed",
    "I think I have heat stroke",
    "my left calf is swollen and sore",
    "pregnant, 28 weeks, had some bleeding after the run",
    "chest pian since yesterday",
    "I have never had chest pain like this before",
    "not sure if it matters but my chest hurts when I run",
    "my dad has it too but now I have chest pain",
    "My friend says I should ask: is pain in my chest normal?",
    "I ran in the heat. Then I collapsed.",
    "CHEST PAIN!!!",
    "everything went black at the end of the race",
    "one side of my face is drooping",
    "I hit my head on the trail and keep vomiting",
    "Ich habe Brustschmerzen beim Laufen",
    "I don't want to live anymore",
]
DOCTOR = [
    "there is one spot on my shin that hurts when I press it",
    "my foot aches at night",
    "groin pain on every run",
    "I think I have a stress fracture in my foot",
    "I haven't had my period in 4 months",
    "no period since summer",
    "I have an eating disorder",
    "I'm pregnant and want to run a 10k",
    "I had a baby 5 weeks ago, when can I start?",
    "I have a heart condition",
    "diagnosed with high blood pressure",
    "I take insulin",
    "my doctor told me not to run for now",
    "heard a pop in my ankle and can't put weight on it",
    "brown urine after the race",
    "I keep getting dizzy",
]
HARMLESS = [
    "",
    "I'm so tired after that run",
    "legs are dead, that was a killer session",
    "my heart sank when I saw the plan",
    "I'm dying to race",
    "no chest pain, just tired",
    "never fainted, no dizziness, no palpitations",
    "without any pain in my chest I finished the 10k",
    "my dad had a heart attack last year",
    "my friend fainted at the marathon",
    "my wife is pregnant so I have less time",
    "passed out on the couch after the long run",
    "collapsed into bed at nine, great day",
    "my heart rate was 165 during the tempo",
    "my heart was racing with nerves before the start, so excited",
    "out of breath after the intervals",
    "what is the best chest strap?",
    "I need to get something off my chest",
    "my knee hurts",
    "calf is a bit sore",
    "how do I avoid a stress fracture?",
    "I'm in a base period of training",
    "had a break for a period of two weeks",
    "I had heart surgery, and my cardiologist says I am fine to run",
    "I'm pregnant and my midwife is happy with me running",
    "breathtaking views on heartbreak hill",
    "I learned it by heart",
    "the heat was awful but the run was fine",
    "I have a cold",
    "the baby was up all night",
    "my quads hurt after the hills",
    "this plan will kill me :)",
    "I was so tired I could have collapsed",
    "I used to faint as a kid",
]


@pytest.mark.parametrize("said", EMERGENCIES)
def test_an_emergency_names_a_number_to_call(said: str) -> None:
    answer = referral(said)

    assert answer is not None
    assert "emergency number" in answer


@pytest.mark.parametrize("said", DOCTOR)
def test_a_warning_sign_sends_the_runner_to_a_doctor(said: str) -> None:
    answer = referral(said)

    assert answer is not None
    assert "doctor" in answer
    assert "emergency number" not in answer


@pytest.mark.parametrize("said", HARMLESS)
def test_ordinary_words_do_not_stop_the_coaching(said: str) -> None:
    assert referral(said) is None


def test_the_worst_sign_decides() -> None:
    answer = referral("groin pain since may, and today chest pain")

    assert answer is not None
    assert "emergency number" in answer


def test_no_flag_is_named_twice() -> None:
    assert len({flag.name for flag in FLAGS}) == len(FLAGS)


def test_a_very_long_message_is_read_in_time() -> None:
    assert referral("I ran and ran. " * 5000) is None


def test_a_no_counts_for_five_words() -> None:
    assert referral("no aches or cramps or fainting") is None
    assert referral("no aches or cramps or such fainting")  # in doubt a sign is one


@pytest.mark.parametrize(("letters", "is_told"), [(158, True), (159, False)])
def test_two_short_sentences_are_read_as_one(letters: int, is_told: bool) -> None:
    heat, then = "i ran in the heat " + "and ran " * 20, "i am confused"

    assert bool(referral(f"{heat[: letters - len(then) - 1]}n. {then}")) == is_told
