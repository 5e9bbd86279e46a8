"""Other languages word for word, and the unit a runner talks in."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bench.judging import messages, outcome, situation
from planwise_core.coach.offline import tongues
from planwise_core.coach.offline.glossary import LANGUAGES, entries
from planwise_core.coach.offline.tongues import ONLY_ENGLISH, WORD_FOR_WORD
from planwise_core.coach.offline_coach import OfflineCoach

COACH = OfflineCoach()
SECOND = Path(__file__).parent / "data" / "eval" / "second.jsonl"
WISHES = [
    ("de", "Kann ich den langen Lauf auf Samstag verschieben?", "can i move the long run to saturday?"),
    ("de", "Ich kann am Samstag nicht laufen", "i can not run on saturday"),
    ("fr", "demain je ne peux pas courir", "tomorrow i can not run"),
    ("es", "puedes mover la tirada larga al sábado?", "can you move the long run to saturday?"),
    ("it", "la prossima settimana più leggera per favore", "next week easier please"),
    ("nl", "volgende week rustiger alsjeblieft", "next week easier please"),
    ("pt", "semana que vem mais leve, por favor", "next week easier, please"),
]


@pytest.mark.parametrize(("language", "said", "english"), WISHES)
def test_a_plain_message_is_read_word_for_word(language: str, said: str, english: str) -> None:
    read = tongues.read(said)

    assert read is not None
    assert (read.language, read.english) == (language, english)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_a_table_has_two_meanings(language: str) -> None:
    words = [word for word, _ in entries(language)]

    assert all(words)
    assert [word for word, count in Counter(words).items() if count > 1] == []


@pytest.mark.parametrize(
    ("language", "said", "english"),
    [
        ("de", "naechste Woche leichter bitte", "next week easier please"),
        ("de", "den Sonntagslauf streichen", "cancel sunday's run"),
        ("de", "dienstags kann ich nie", "never on tuesdays"),
        ("de", "kann ich am Samstag Rad fahren statt laufen?", "can i cycle on saturday instead of running?"),
        ("fr", "j'ai le genou gonfle", "my knee is swollen"),
        ("fr", "demain pas le temps, ca marche samedi ?", "i can not run tomorrow, can i do it on saturday instead?"),
        ("es", "podemos cambiar el martes por el jueves?", "can we swap tuesday and thursday?"),
        ("es", "cuando es mi tirada mas larga?", "when is my longest run?"),
        ("it", "mi fa male il ginocchio sinistro", "hurts the left knee"),
        ("pt", "amanha nao tenho tempo, pode ser sabado?", "i can not run tomorrow, can i do it on saturday instead?"),
        ("nl", "zondag lunch, kan de duurloop naar zaterdag?", "sunday lunch, can i move the long run to saturday?"),
    ],
)
def test_accents_may_be_left_out_and_words_are_put_in_english_order(language: str, said: str, english: str) -> None:
    read = tongues.read(said)

    assert read == tongues.Read(language, english, is_whole=True)


@pytest.mark.parametrize(
    ("agrees", "refuses"), [("ja bitte", "nein danke"), ("oui", "non"), ("si", "no"), ("va bene", "no")]
)
def test_a_yes_in_any_language_is_a_yes_and_not_asked_about_again(agrees: str, refuses: str) -> None:
    now = situation("plan")
    now = now.but(pending=outcome(COACH, now, "Kann ich den langen Lauf auf Samstag verschieben?").reply.pending)

    assert outcome(COACH, now, agrees).is_changed
    assert not outcome(COACH, now, refuses).is_changed


def test_a_yes_of_several_words_keeps_the_limit_that_was_told() -> None:
    now = situation("plan")
    now = now.but(pending=outcome(COACH, now, "dienstags kann ich nie, da hab ich chor").reply.pending)

    reply = outcome(COACH, now, "ja bitte mach das").reply

    assert reply.build
    assert reply.athlete is not None
    assert "tue" not in reply.athlete.free_days


@pytest.mark.parametrize(
    "said",
    [
        "Mein Knie ist dick geschwollen und ich kann nicht mehr auftreten",
        "hier je suis tombé dans les pommes après ma sortie",
        "me duele el pecho cuando corro",
        "da stamattina faccio fatica a respirare e il cuore batte fortissimo",
        "meu joelho está inchado e não consigo apoiar o pé",
        "ik viel bijna flauw tijdens mijn laatste loop",
    ],
)
def test_a_red_flag_is_seen_in_every_language(said: str) -> None:
    assert outcome(COACH, situation("plan"), said).refers


@pytest.mark.parametrize(
    "said", ["keine Schmerzen in der Brust", "pas de douleur à la poitrine", "no me duele el pecho"]
)
def test_a_red_flag_that_is_denied_is_none(said: str) -> None:
    assert not outcome(COACH, situation("plan"), said).refers


def test_no_message_of_another_language_changes_a_plan_unasked() -> None:
    asked = [said for each in messages(SECOND) if each["id"].startswith("bf") for said in each.get("before", ())]

    assert len(asked) > 40
    assert [said for said in asked if outcome(COACH, situation("plan"), said).is_changed] == []


@pytest.mark.parametrize(
    ("said", "english"),
    [
        ("ich habe Rückenschmerzen", "i have back pain"),
        ("mijn linkerknie is dik", "my left knee is swollen"),
        ("kun je de donderdagloop schrappen", "can you cancel thursday's run"),
    ],
)
def test_german_and_dutch_compounds_are_taken_apart(said: str, english: str) -> None:
    read = tongues.read(said)

    assert read is not None
    assert read.english == english


@pytest.mark.parametrize(("language", "said", "english"), WISHES)
def test_a_wish_is_asked_about_and_done_after_a_yes(language: str, said: str, english: str) -> None:
    before = situation("plan")

    asked = outcome(COACH, before, said)
    came = outcome(COACH, before.but(pending=asked.reply.pending), {"fr": "oui", "es": "sí"}.get(language, "yes"))

    assert asked.reply.says.startswith(WORD_FOR_WORD[language])
    assert english in asked.reply.says
    assert not asked.is_changed
    assert came.is_changed


@pytest.mark.parametrize(
    "said",
    [
        "half marathon on 18 April 2027, 30 km a week, 4 days",
        "no running on Saturday",
        "das ist my kind of fun",
        "10 km in 4 weeks",
        "skip Thursday",
        "",
    ],
)
def test_english_is_not_taken_for_another_language(said: str) -> None:
    assert tongues.read(said) is None


@pytest.mark.parametrize(
    "said",
    [
        "Ich möchte am 18. April einen Halbmarathon laufen, ich laufe 30 km pro Woche an 4 Tagen",
        "quiero correr una media maratón el 18 de abril, corro 30 km a la semana, 4 días",
        "vorrei fare una mezza maratona il 18 aprile, corro 30 km a settimana, 4 giorni",
    ],
)
def test_a_first_plan_is_made_from_what_was_read(said: str) -> None:
    came = outcome(COACH, situation("none"), said)
    athlete = came.reply.athlete

    assert came.reply.build
    assert athlete is not None
    assert athlete.goal is not None
    assert (athlete.goal.distance_km, str(athlete.goal.date)) == (21.0975, "2027-04-18")
    assert (athlete.weekly_km, athlete.days_per_week) == (30, 4)


@pytest.mark.parametrize(("said", "language"), [("хочу пробежать марафон", "other"), ("ich und der die das", "de")])
def test_what_is_not_understood_is_said_in_its_language(said: str, language: str) -> None:
    came = outcome(COACH, situation("plan"), said)

    assert came.reply.says == ONLY_ENGLISH[language] or came.reply.says.startswith(WORD_FOR_WORD[language])
    assert not came.is_changed


def test_who_speaks_of_miles_is_answered_in_miles_and_told_so() -> None:
    reply = outcome(COACH, situation("plan"), "how many miles is my long run on sunday").reply

    assert "8.7 mi" in reply.says
    assert "From now on I speak in miles" in reply.says
    assert reply.athlete is not None
    assert reply.athlete.units == "mi"
    assert "units" in reply.known


@pytest.mark.parametrize(
    "said",
    ["10 mile race on 18 april, 30 km a week, 4 days", "i'd go the extra mile", "make sunday 12 km, i mean miles"],
)
def test_the_name_of_a_race_or_a_saying_is_no_unit(said: str) -> None:
    reply = outcome(COACH, situation("none"), said).reply

    assert reply.athlete is None or reply.athlete.units == "km"


def test_who_has_chosen_kilometres_keeps_them() -> None:
    chosen = situation("plan").but(known=frozenset({"units"}))

    reply = outcome(COACH, chosen, "how many miles is my long run on sunday").reply

    assert "14 km" in reply.says
