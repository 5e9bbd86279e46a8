"""Sloppy English made regular, other languages recognised, and phrases read as they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planwise_core.coach.offline.language import language_of, normalise, phrases
from planwise_core.coach.offline.slots import told
from planwise_core.coach.offline.when import Calendar
from planwise_core.training.values import WEEKDAYS
from tests.builders import MONDAY

HERE = Calendar(MONDAY)


@pytest.mark.parametrize(
    ("said", "regular"),
    [
        ("I can’t run Tuesdays", "i can not run tuesdays"),
        ("didnt run", "did not run"),
        ("What's on tmrw?", "what is on tomorrow?"),
        ("twenty five miles", "25 miles"),
        ("half an hour", "30 minutes"),
        ("traning for a maraton", "training for a marathon"),
        ("next tuseday", "next tuesday"),
        ("3x a week", "3 times a week"),
        ("the long one", "the long one"),
    ],
)
def test_a_message_is_made_regular(said: str, regular: str) -> None:
    assert normalise(said) == regular


@pytest.mark.parametrize("word", ["postpone", "mouth", "eager", "running", "plane", "horse", "painted"])
def test_a_right_word_is_not_corrected(word: str) -> None:
    assert normalise(word) == word


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("Ich möchte einen Marathon laufen", "de"),
        ("Je voudrais courir un marathon", "fr"),
        ("quiero cambiar mi carrera larga", "es"),
        ("Vorrei correre la maratona", "it"),
        ("Quero correr uma maratona em abril", "pt"),
        ("Ik wil een halve marathon lopen", "nl"),
        ("хочу пробежать марафон", "other"),
        ("I want to run the Berlin half", "en"),
        ("10k", "en"),
        ("", "en"),
        ("marathon en avril? just kidding, I am learning", "en"),
    ],
)
def test_the_language_of_a_message_is_recognised(said: str, language: str) -> None:
    assert language_of(said) == language


@pytest.mark.parametrize(
    ("written", "said", "is_there"),
    [
        ("pass* out", "i passed out", True),
        ("pass* out", "i passed it", False),
        ("can not [run/train]", "i can not train today", True),
        ("chest ... pain", "chest feels a bit of pain", True),
        ("a loud? pop", "heard a pop", True),
        ("how [far/long] [is/are]?", "how far is it", True),
        ("fit", "fitness", False),
        ("# weeks", "in 12 weeks", True),
    ],
)
def test_phrases_mean_what_they_say(written: str, said: str, is_there: bool) -> None:
    assert bool(phrases(written).search(said)) == is_there


@pytest.mark.parametrize(
    ("said", "field", "value"),
    [
        ("I run 30 km a week", "weekly_km", 30),
        ("25 mpw", "weekly_km", 40.2),
        ("4 runs, about 35 km", "weekly_km", 35),
        ("3 times a week 5k each", "weekly_km", 15),
        ("I don't run at all", "weekly_km", 0),
        ("a half", "race_km", 21.0975),
        ("26.2 miles", "race_km", 42.195),
        ("my first parkrun", "race_km", 5),
        ("marathon under 4 hours", "target_s", 14_400),
        ("sub 20 5k", "target_s", 1_200),
        ("half marathon in 1:45", "target_s", 6_300),
        ("my recent 5k was 22:30", "recent", (5, 1_350)),
        ("ran 1:52 for the half", "recent", (21.0975, 6_720)),
        ("did my long run, 15k in 1:25", "recent", None),
        ("5 days a week", "days", 5),
        ("4-5 times a week", "days", 4),
        ("never on sundays", "off", ("sun",)),
        ("no mondays or fridays", "off", ("mon", "fri")),
        ("only on weekends", "on", ("sat", "sun")),
        ("mon wed fri", "on", ("mon", "wed", "fri")),
        ("max 45 minutes on tuesdays", "minutes", {"tue": 45}),
        ("at most 50 minutes a day", "minutes", dict.fromkeys(WEEKDAYS, 50)),
        ("long runs on saturdays", "long_day", "sat"),
        ("my longest run is 12 km", "longest_km", 12),
        ("I'm 52 years old", "age", 52),
    ],
)
def test_what_a_runner_tells_is_read(said: str, field: str, value: object) -> None:
    assert getattr(told(normalise(said), HERE), field) == value


@given(st.text(max_size=200))
def test_any_text_can_be_made_regular(said: str) -> None:
    regular = normalise(said)

    assert regular == regular.strip()
    assert regular.isprintable() or regular == ""
