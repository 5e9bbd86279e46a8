"""Several wishes in one message: each is read by itself, done in order, and what was not understood is named."""

from __future__ import annotations

import pytest

from bench.judging import Outcome, outcome, situation
from planwise_core.coach.offline.language import normalise
from planwise_core.coach.offline.parting import clauses
from planwise_core.coach.offline_coach import OfflineCoach
from planwise_core.training.journal import Said

COACH = OfflineCoach()


def came_of(said: str) -> Outcome:
    """What comes of a message on Wednesday 25 November; runs are on Tue, Thu, Sat and Sun, and never on Fridays."""
    return outcome(COACH, situation("plan"), said)


def changes(came: Outcome) -> dict[str, tuple[str, float | None] | None]:
    """The workouts that are different, with their new day and kilometres; None where one is gone."""
    assert came.was.plan
    assert came.plan
    now = came.plan.by_id
    was = came.was.plan.by_id
    return {
        name: (str(now[name].date), now[name].km) if name in now else None
        for name in sorted(was.keys() | now.keys())
        if was.get(name) != now.get(name)
    }


@pytest.mark.parametrize(
    "one",
    [
        "thursday and sunday off",
        "swap saturday and sunday",
        "make saturday and sunday shorter",
        "away from the 3rd and back on the 9th",
        "the long one does not work on sunday, saturday would be better",
        "exams from 7 to 18 december, keep it light",
    ],
)
def test_one_wish_stays_whole(one: str) -> None:
    assert len(clauses(normalise(one))) == 1


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("Thursday off and cut Sunday to 10", ["thursday off", "cut sunday to 10"]),
        ("skip tomorrow, cut sunday to 10", ["skip tomorrow", "cut sunday to 10"]),
        ("i can't do thursday, sunday off, move saturday to friday", ["i can not do thursday", "sunday off",
                                                                      "move saturday to friday"]),
    ],
)  # fmt: skip
def test_two_wishes_are_parted(said: str, parts: list[str]) -> None:
    assert clauses(normalise(said)) == parts


def test_every_wish_of_a_message_is_met() -> None:
    came = came_of("skip tomorrow, cut sunday to 10 and tell me what's on tuesday")

    assert changes(came) == {"w4-thu": None, "w4-sun": ("2026-11-29", 10.0)}
    assert "Tuesday 1 December: Intervals" in came.reply.says


def test_that_weekend_is_the_one_of_the_wish_before() -> None:
    came = came_of("shift thursday to wednesday next week and knock 2k off the long run that weekend")

    assert changes(came) == {"w5-thu": ("2026-12-02", 8.0), "w5-sun": ("2026-12-06", 10.0)}


def test_the_week_after_is_the_one_behind_the_days_named() -> None:
    came = came_of("away 20-22 jan and need an easier week after")

    assert {"w12-thu", "w13-tue", "w13-thu", "w13-sat", "w13-sun"} == changes(came).keys()


def test_what_is_taken_out_makes_room_for_what_is_added() -> None:
    came = came_of("add an easy run on wednesday next week and drop the thursday one that week")

    assert changes(came) == {"w5-thu": None, "w5-wed": ("2026-12-02", 5.0)}


def test_a_wish_that_leans_on_one_that_failed_is_asked_about() -> None:
    came = came_of("please put tomorrow's easy run on friday and extend it to 10")

    assert not came.is_changed
    assert "Fridays are off" in came.reply.says
    assert came.reply.says.endswith("?")
    assert came.reply.pending


def test_the_half_that_was_not_understood_is_asked_about() -> None:
    came = came_of("skip tomorrow, and the week after i'm in rome")

    assert changes(came) == {"w4-thu": None}
    assert "rome" in came.reply.says
    assert "from Monday 30 November to Sunday 6 December" in came.reply.says

    yes = outcome(COACH, situation("plan").but(pending=came.reply.pending), "clear them")
    assert {"w5-tue", "w5-thu", "w5-sat", "w5-sun"} <= changes(yes).keys()


def test_a_move_that_needs_room_comes_behind_what_makes_it() -> None:
    came = came_of("Sunday's run on Monday please, then skip Tuesday")

    assert changes(came) == {"w4-sun": ("2026-11-30", 14.0), "w5-tue": None}


def test_a_busy_day_beside_a_wish_for_another_run_is_a_wish_too() -> None:
    came = came_of("can't do thursday, and sunday has to be on saturday because of the in-laws")

    assert {"w4-thu": None, "w4-sun": ("2026-11-28", 14.0)}.items() <= changes(came).items()


def test_a_wish_for_one_day_is_repeated_for_the_same_day_of_another_week() -> None:
    before = situation("plan")
    first = outcome(COACH, before, "no running this thursday")
    history = (Said(role="runner", text=first.asked), Said(role="coach", text=first.reply.says))

    came = outcome(COACH, before.but(history=history), "and next week too")

    assert changes(came) == {"w5-thu": None}


def test_a_wish_for_good_is_made_first_and_the_wish_for_a_day_is_named() -> None:
    came = came_of("from january i can also run fridays, and tomorrow is off")

    assert came.reply.build or came.reply.pending
    assert not came.reply.edits


def test_what_the_message_wishes_of_others_than_the_coach_is_named() -> None:
    came = came_of("i need sunday off and can you book me a massage for monday")

    assert changes(came) == {"w4-sun": None}
    assert "massage" in came.reply.says


def test_a_plan_that_can_not_be_made_teaches_nothing() -> None:
    came = came_of("mondays are my only free day from now on")

    assert not came.is_changed
    assert came.reply.athlete is None


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("thursday and sunday off", {"w4-thu", "w4-sun"}),
        ("can't run thursday and sunday", {"w4-thu", "w4-sun"}),
        ("shorten thursday and sunday", {"w4-thu", "w4-sun"}),
        ("make thursday and sunday easier", {"w4-thu", "w4-sun"}),
        ("no runs between thursday and sunday", {"w4-thu", "w4-sat", "w4-sun"}),
        ("can't run saturday and sunday", {"w4-sat", "w4-sun"}),
    ],
)
def test_days_listed_are_those_days_and_not_the_ones_between(said: str, days: set[str]) -> None:
    assert changes(came_of(said)).keys() == days


def test_one_of_two_days_is_asked_about() -> None:
    came = came_of("skip thursday or sunday")

    assert not came.is_changed
    assert "easy run of 8 km on Thursday or the long run of 14 km on Sunday" in came.reply.says


def test_a_wish_that_begins_with_no_is_no_correction() -> None:
    before = situation("plan").but(
        history=(Said(role="runner", text="i'm away from 20 to 27 december"), Said(role="coach", text="I'd free it."))
    )

    came = outcome(COACH, before, "no runs between thursday and sunday")

    assert changes(came).keys() == {"w4-thu", "w4-sat", "w4-sun"}


@pytest.mark.parametrize(
    ("said", "made"),
    [
        ("1. skip tomorrow 2. how long is the run on sunday 3. thanks!", {"w4-thu": None}),
        ("in week 6 drop the tempo and move the long run to saturday",
         {"w6-tue": None, "w6-sun": ("2026-12-12", 14.0), "w6-sat": ("2026-12-13", 6.0)}),
        ("long run: saturday instead of sunday, and 12 instead of 14",
         {"w4-sun": ("2026-11-28", 12.0), "w4-sat": ("2026-11-29", 6.0)}),
        ("tomorrow rest, saturday 8", {"w4-thu": None, "w4-sat": ("2026-11-28", 8.0)}),
        ("tuesday + thursday next week off", {"w5-tue": None, "w5-thu": None}),
    ],
)  # fmt: skip
def test_a_list_of_wishes_is_read_point_by_point(said: str, made: dict[str, tuple[str, float | None] | None]) -> None:
    assert changes(came_of(said)) == made


def test_a_week_that_stays_as_it_is_stays() -> None:
    came = came_of("week 5 easier, week 6 normal")

    assert {name[:2] for name in changes(came)} == {"w5"}


def test_away_until_a_day_is_every_day_before_it() -> None:
    came = came_of("i'm away until 7 december")

    assert {"w4-thu", "w4-sat", "w4-sun", "w5-tue", "w5-thu", "w5-sat", "w5-sun"} <= changes(came).keys()
    assert "to Sunday 6 December" in came.reply.says


@pytest.mark.parametrize(
    ("said", "made"),
    [
        ("next tuesday easy, next thursday off", {"w5-tue": ("2026-12-01", 7.2), "w5-thu": None}),
        ("i can't do tuesday next week so put the intervals on wednesday, and thursday easy please",
         {"w5-tue": ("2026-12-02", 9.0), "w5-thu": ("2026-12-03", 6.4)}),
        ("take it easy this weekend", {"w4-sat": ("2026-11-28", 4.8), "w4-sun": ("2026-11-29", 11.2)}),
    ],
)  # fmt: skip
def test_a_wish_touches_the_days_it_is_about_only(said: str, made: dict[str, tuple[str, float | None] | None]) -> None:
    assert changes(came_of(said)) == made


@pytest.mark.parametrize(
    ("first", "then", "made"),
    [
        ("i can't run saturday", "sunday too", {"w4-sun"}),
        ("make sunday 12", "what about 10", {"w4-sun"}),
        ("cut the long run on sunday to 12", "hm not that far. 11 is enough", {"w4-sun"}),
    ],
)
def test_a_few_words_lean_on_the_message_before(first: str, then: str, made: set[str]) -> None:
    before = situation("plan")
    history = (Said(role="runner", text=first), Said(role="coach", text="I'd do that."))

    came = outcome(COACH, before.but(history=history), then)

    assert changes(came).keys() == made


def test_a_week_is_corrected_by_the_one_behind_it() -> None:
    before = situation("plan").but(
        history=(Said(role="runner", text="next week lighter please"), Said(role="coach", text="I'd do that."))
    )

    came = outcome(COACH, before, "no. the week after.")

    assert {name[:2] for name in changes(came)} == {"w6"}
    assert came.reply.corrects


def test_what_ails_a_child_is_not_the_runners() -> None:
    assert not came_of("school called, picking up a vomiting kid, probably next in line").is_changed


def test_a_day_may_be_kept_after_all() -> None:
    before = situation("plan").but(
        history=(
            Said(role="runner", text="i can't run the rest of this week"),
            Said(role="coach", text="I'd free everything."),
        )
    )

    came = outcome(COACH, before, "ok but keep sunday")

    assert changes(came).keys() == {"w4-thu", "w4-sat"}
    assert "to Saturday 28 November" in came.reply.says


@pytest.mark.parametrize(
    ("said", "made"),
    [
        ("could tomorrow be shorter? like 5", {"w4-thu": ("2026-11-26", 5.0)}),
        ("skip saturday, then sunday make it 12 and slow", {"w4-sat": None, "w4-sun": ("2026-11-29", 12.0)}),
        ("swap next week's intervals with the easy run",
         {"w5-tue": ("2026-12-03", 9.0), "w5-thu": ("2026-12-01", 8.0)}),
    ],
)  # fmt: skip
def test_the_run_of_a_size_is_the_one_that_was_named(
    said: str, made: dict[str, tuple[str, float | None] | None]
) -> None:
    assert changes(came_of(said)) == made
