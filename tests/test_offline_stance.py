"""What is no wish of the runner's own, and what corrects a wish: both read before anything else of a message."""

from __future__ import annotations

import pytest

from bench.judging import outcome, situation
from planwise_core.coach.offline import stance
from planwise_core.coach.offline.corrections import within
from planwise_core.coach.offline.language import normalise
from planwise_core.coach.offline.scene import Scene
from planwise_core.coach.offline_coach import OfflineCoach


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("my husband is doing a marathon on the 14th", "others"),
        ("she runs 6 days a week", "others"),
        ("last year i did 5 runs a week and got injured", "past"),
        ("my old coach always gave me mondays off", "past"),
        ("in summer i was ill for a month", "past"),
        ("reddit says i should run 6 days", "reported"),
        ("i was going to ask for a rest day but nah", "taken back"),
        ("if i get ill over christmas what happens", "supposed"),
        ("would you ever tell someone to skip the taper", "general"),
    ],
)
def test_what_is_no_wish_of_the_runner_changes_nothing(said: str, kind: str) -> None:
    came = outcome(OfflineCoach(), situation("plan"), said)

    assert stance.aside(normalise(said).split(" but ")[0]) == kind
    assert not came.is_changed
    assert not came.reply.build


@pytest.mark.parametrize(
    "said",
    [
        "my husband is away next week so i can not run on tuesday",
        "they postponed the race to 7 march",
        "my sister's wedding is on saturday 12 december",
        "i used to run 50 km but now i want 3 days a week",
        "my boss is sending me to berlin next week",
        "if possible move the long run to saturday",
    ],
)
def test_what_concerns_the_runner_is_not_put_aside(said: str) -> None:
    assert stance.parted(normalise(said))[0]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("skip thursday, sorry i mean saturday", "skip saturday"),
        ("make sunday 12k, no wait 10k", "make sunday 10k"),
        ("half on 18 april, no sorry 25 april", "half on 25 april"),
        ("move saturday's run to thursday", "move saturday's run to thursday"),
    ],
)
def test_a_message_that_corrects_itself_is_read_as_it_was_meant(said: str, meant: str) -> None:
    now = situation("plan")

    assert within(normalise(said), Scene(now, now.plan, now.athlete)) == meant
