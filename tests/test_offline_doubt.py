"""What only sounds like a wish is asked back; what is one is done, however its clauses hang together."""

from __future__ import annotations

import pytest

from bench.judging import Outcome, outcome, situation
from planwise_core.coach.offline import corrections, doubt, joints, rewording
from planwise_core.coach.offline.intents import heard
from planwise_core.coach.offline.language import normalise
from planwise_core.coach.offline.parting import clauses
from planwise_core.coach.offline.scene import Scene
from planwise_core.coach.offline_coach import OfflineCoach

COACH = OfflineCoach()


def came_of(said: str) -> Outcome:
    return outcome(COACH, situation("plan"), said)


def days_with_runs(came: Outcome) -> set[str]:
    return {str(each.date) for each in came.plan.workouts} if came.plan else set()


@pytest.mark.parametrize(
    "said",
    [
        "i wish sunday's run was shorter",
        "if only sundays weren't so long",
        "thinking of dropping thursday",
        "how would three days a week look instead of four?",
        "move tuesday to wednesday every week from now on",
    ],
)
def test_a_thought_played_with_is_offered_as_a_question(said: str) -> None:
    came = came_of(said)

    assert "?" in came.reply.says
    assert not came.is_changed
    assert not came.reply.build


def test_a_thought_becomes_a_change_after_a_yes() -> None:
    before = situation("plan")
    asked = outcome(COACH, before, "thinking of dropping thursday")

    came = outcome(COACH, before.but(pending=asked.reply.pending), "yes")

    assert "2026-11-26" not in days_with_runs(came)


@pytest.mark.parametrize(
    "said",
    [
        "please translate 'skip thursday' into french",
        "my notes say: move all long runs to saturday",
        'the article said "drop every long run"',
        "my therapist said: 'take a week off everything'",
    ],
)
def test_a_quotation_changes_nothing(said: str) -> None:
    assert not came_of(said).is_changed
    assert not came_of(said).reply.build


def test_a_message_that_is_all_quotation_is_the_runners_own() -> None:
    assert doubt.without_quotes('"skip thursday"') == '"skip thursday"'


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("move sunday's run to saturday. no wait, leave it", ""),
        ("cancel thursday... actually no scrap that i can make it", ""),
        ("skip tomorrow... nah i'll go", ""),
        ("skip sunday. just kidding", ""),
        ("skip thursday?? no way", ""),
        ("skip thursday, no wait, leave it. what is on sunday", "what is on sunday"),
        ("skip thursday, no wait, saturday", None),
        ("no, skip thursday", None),
    ],
)
def test_a_wish_taken_back_leaves_the_rest(said: str, left: str | None) -> None:
    assert corrections.withdrawn(normalise(said)) == left


def test_a_verb_said_once_is_meant_for_both_runs() -> None:
    assert rewording.plainly("shorten saturday to 4 km and thursday to 5") == (
        "shorten saturday to 4 km, shorten thursday to 5 km"
    )
    assert rewording.plainly("move saturday to sunday and sunday to saturday") == (
        "move saturday to sunday and sunday to saturday"
    )


def test_a_day_told_once_is_meant_by_the_other_clause() -> None:
    now = situation("plan")
    parts = [heard(part) for part in clauses("school is closed on thursday. no run")]

    joined = joints.joined_up(parts, Scene(now, now.plan, now.athlete))

    assert joined[-1].text == "no run on 2026-11-26"


def test_a_reason_is_no_wish_but_illness_is_more_than_a_reason() -> None:
    now = situation("plan")
    scene = Scene(now, now.plan, now.athlete)

    assert joints.without_because("move sunday to saturday because sunday we are away", scene) == (
        "move sunday to saturday"
    )
    assert "fever" in joints.without_because("skip thursday because i have fever", scene)


def test_a_run_that_was_moved_is_found_where_it_stands_now() -> None:
    came = came_of("long run to saturday and make it 12")

    assert came.plan is not None
    assert (str(came.plan.by_id["w4-sun"].date), came.plan.by_id["w4-sun"].km) == ("2026-11-28", 12)


def test_what_cannot_be_moved_is_not_dropped_for_its_reason() -> None:
    came = came_of("i can't run on thursday, put it on friday")

    assert not came.is_changed
    assert "Friday" in came.reply.says


def test_a_limit_never_makes_a_run_longer() -> None:
    came = came_of("i only have 40 minutes on saturday this week")

    assert not came.is_changed
    assert "fits" in came.reply.says


@pytest.mark.parametrize(
    "said",
    [
        "what happens to my plan when i'm sick",
        "so if i'm away 5 to 9 jan, do i lose fitness?",
        "8 miles thursday too much?",
        "maybe i should drop to three days",
        "what about three days a week",
        "would you cut the long run if you were me",
        "in case i'm sick on race day, what's plan b",
        "my previous plan had 5 runs a week",
        "my wife's marathon is on 11 april",
        "two weeks ago i had a bad cold",
        "if my cold gets worse i'll tell you",
        "probably ill tomorrow after that curry",
        "sick tempo session yesterday, loved it",
    ],
)
def test_a_question_about_a_change_is_no_request_for_it(said: str) -> None:
    came = came_of(said)

    assert not came.is_changed
    assert not came.reply.build


def test_two_lengths_said_with_one_verb_are_both_changed() -> None:
    came = came_of("take 3k off sunday and 1k off thursday")

    assert came.plan is not None
    assert [came.plan.by_id[name].km for name in ("w4-sun", "w4-thu")] == [11, 7]


def test_a_week_told_once_is_made_easier_but_never_dropped() -> None:
    eased = came_of("the coming fortnight is exam time, dial it down")
    dropped = came_of("this week's too much, drop something")

    assert eased.plan is not None
    assert dropped.plan is not None
    assert [sum(each.run_km for each in week) < 35 for week in eased.plan.by_week[4:5]] == [True]
    assert "w4-sun" in dropped.plan.by_id


def test_a_bare_day_of_the_race_is_one_of_its_month() -> None:
    athlete = came_of("my half is on saturday the 20th actually").reply.athlete

    assert athlete is not None
    assert athlete.goal is not None
    assert str(athlete.goal.date) == "2027-02-20"


@pytest.mark.parametrize("said", ["my clubmates do 5 sessions a week", "my wife is away from the 3rd to the 6th"])
def test_what_others_do_plans_nothing(said: str) -> None:
    came = came_of(said)

    assert not came.is_changed
    assert not came.reply.build
