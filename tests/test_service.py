"""The whole path without a page: talk, plan, propose, accept, edit, compare, restore, reset."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from planwise_core.errors import BadInput, InvalidEdit, NotFound, StaleVersion
from planwise_core.rooms.plans import Objection
from planwise_core.training.athlete import Away
from planwise_core.training.document import render
from planwise_core.training.edits import Change, Drop, Move
from planwise_core.training.journal import Run
from tests.builders import easy, plan
from tests.houses import HALF, MONDAY_MORNING, house


def test_the_first_plan_is_saved_at_once(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        turn = planwise.talk("anna", HALF)

        version = planwise.current("anna")
        assert (turn.status, turn.outcome, turn.version) == ("done", "saved", 1)
        assert version is not None
        assert version.plan.race_date == dt.date(2027, 4, 18)
        assert version.cause == HALF
        assert all(each.date.weekday() != 6 for each in version.plan.workouts if each.type != "race")


def test_a_change_is_a_proposal_until_it_is_accepted(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)

        turn = planwise.talk("anna", "make week 3 easier")

        assert (turn.outcome, turn.decision, turn.version) == ("proposed", "open", None)
        proposal = planwise.proposal("anna", turn.id)
        assert proposal is not None
        assert proposal.comparison.km_delta < 0

        version = planwise.accept("anna", turn.id)

        assert version.number == 2
        assert version.plan == proposal.after
        assert planwise.turn("anna", turn.id).decision == "accepted"
        assert planwise.proposal("anna", turn.id) is None


def test_part_of_a_proposal_can_be_accepted(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)
        turn = planwise.talk("anna", "make week 3 easier")

        version = planwise.accept("anna", turn.id, only={0})

        assert len(turn.edits) > 1
        assert len(version.edits) == 1


def test_who_keeps_a_run_on_a_day_away_runs_on_it(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)
        turn = planwise.talk("anna", "I'm away in week 3")
        free = next(at for at, edit in enumerate(turn.edits) if isinstance(edit, Drop))

        planwise.accept("anna", turn.id, only=set(range(len(turn.edits))) - {free})

        now = planwise.moment("anna")
        first, last = dt.date(2026, 12, 7), dt.date(2026, 12, 13)
        kept = [each.date for each in now.needed().plan.workouts if first <= each.date <= last]
        days = [first + dt.timedelta(days=day) for day in range(7)]
        assert len(kept) == 1
        assert [day for day in days if not now.athlete.is_away(day)] == kept
        assert not [each for each in now.findings(now.needed().plan) if each.rule == "LIMIT-AWAY"]


def test_a_question_after_a_plan_corrects_nothing(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)

        for question, says in (("what's on this week?", "together"), ("what's on today", "Today"), ("Why?", "week 1")):
            turn = planwise.talk("anna", question)
            assert turn.outcome == "answered"
            assert says in turn.says


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("next 2 weeks easier please", "weeks 2 to 3 easier"),
        ("please make week 3 easier", "week 3 easier"),
        ("no more than 45 minutes on weekdays", "45 minutes at most on weekdays"),
    ],
)
def test_a_polite_wish_after_a_plan_corrects_nothing(tmp_path: Path, message: str, says: str) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)

        turn = planwise.talk("anna", message)

        assert (turn.outcome, turn.edits != ()) == ("proposed", True)
        assert says in turn.says


@pytest.mark.parametrize("words", ["postpone the race by three weeks", "can we push my race back 3 weeks"])
def test_a_race_that_is_put_off_takes_the_plan_along(tmp_path: Path, words: str) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)

        turn = planwise.talk("anna", words)

        assert turn.outcome == "proposed"
        assert "Sunday 9 May 2027" in turn.says


def test_small_talk_is_answered_as_such(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        assert planwise.talk("anna", "how are you?").says.startswith("Hello!")


@pytest.mark.parametrize("words", ["yes", "Yes please!", "ok, do it", "sounds good"])
def test_who_agrees_to_a_proposal_hears_how_it_is_accepted(tmp_path: Path, words: str) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)
        proposed = planwise.talk("anna", "make week 3 easier")

        turn = planwise.talk("anna", words)

        assert "Accept" in turn.says
        assert planwise.accept("anna", proposed.id).number == 2


def test_a_discarded_proposal_changes_nothing(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)
        turn = planwise.talk("anna", "make week 3 easier")

        planwise.discard("anna", turn.id)

        assert [head.number for head in planwise.heads("anna")] == [1]
        with pytest.raises(BadInput, match="no longer open"):
            planwise.accept("anna", turn.id)


def test_who_discards_a_proposal_to_keep_days_free_runs_on_them(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)
        earlier = planwise.talk("anna", "I'm away in week 5")
        planwise.accept("anna", earlier.id)
        told = planwise.athlete("anna").away
        found = planwise.review("anna")
        turn = planwise.talk("anna", "I'm away in week 3")
        (new,) = (each for each in planwise.athlete("anna").away if each not in told)

        assert planwise.discard("anna", turn.id) == (new,)

        assert planwise.athlete("anna").away == told
        assert planwise.review("anna") == found


def test_who_undoes_a_change_that_kept_days_free_runs_on_them(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)
        before = planwise.athlete("anna"), planwise.review("anna")
        turn = planwise.talk("anna", "I'm away in week 3")
        version = planwise.accept("anna", turn.id)
        assert planwise.athlete("anna").away

        planwise.undo("anna", version.number)

        assert (planwise.athlete("anna"), planwise.review("anna")) == before


def test_a_discarded_rebuild_leaves_what_the_settings_say(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)
        off = Away(first=dt.date(2026, 12, 7), last=dt.date(2026, 12, 13))
        athlete = planwise.athlete("anna").but(away=(off,))
        planwise.save_athlete("anna", athlete)
        turn = planwise.rebuild("anna", athlete, 1, "I am away in December")

        assert planwise.discard("anna", turn.id) == ()

        assert planwise.athlete("anna").away == (off,)


def test_a_proposal_on_an_old_version_is_not_accepted_silently(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)
        turn = planwise.talk("anna", "make week 3 easier")
        current = planwise.current("anna")
        assert current is not None
        planwise.edit("anna", [Drop(workout=current.plan.workouts[-2].id)], parent=1, cause="by hand", anyway=True)

        with pytest.raises(StaleVersion):
            planwise.accept("anna", turn.id)


def test_a_hand_edit_makes_a_version_with_its_cause(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)
        current = planwise.current("anna")
        assert current is not None
        run = next(each for each in current.plan.workouts if each.type == "easy" and each.km)
        assert run.km is not None

        version = planwise.edit("anna", [Change(workout=run.id, km=run.km - 1)], parent=1, cause="shorter")

        assert (version.number, version.parent, version.author, version.cause) == (2, 1, "runner", "shorter")


def test_a_hand_edit_that_breaks_a_hard_limit_is_objected_to_but_can_be_made(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)
        current = planwise.current("anna")
        assert current is not None
        edits = [Move(workout=current.plan.workouts[0].id, week=1, day="sun")]

        with pytest.raises(Objection) as caught:
            planwise.edit("anna", edits, parent=1, cause="moved")
        version = planwise.edit("anna", edits, parent=1, cause="moved", anyway=True)

        assert any("Sunday" in finding.message for finding in caught.value.findings)
        assert version.number == 2


def test_what_has_passed_or_is_done_does_not_change(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)
        current = planwise.current("anna")
        assert current is not None
        first = current.plan.workouts[0]
    with house(tmp_path, now=MONDAY_MORNING + dt.timedelta(days=10)) as planwise:
        with pytest.raises(InvalidEdit, match="passed"):
            planwise.edit("anna", [Drop(workout=first.id)], parent=1, cause="too late")
        later = next(
            each
            for each in current.plan.workouts
            if each.date == planwise.today("anna") or each.date > planwise.today("anna")
        )
        planwise.add_run("anna", Run(date=planwise.today("anna"), km=5, workout=later.id))
        with pytest.raises(InvalidEdit, match="done"):
            planwise.edit("anna", [Drop(workout=later.id)], parent=1, cause="already run")


def test_an_old_version_is_restored_as_a_new_one(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)
        turn = planwise.talk("anna", "make week 3 easier")
        planwise.accept("anna", turn.id)

        restored = planwise.restore("anna", 1, parent=2)

        assert restored.number == 3
        assert render(restored.plan) == render(planwise.version("anna", 1).plan)
        compared = planwise.compare("anna", 1, 3)
        assert compared.comparison.differences == ()


def test_a_plan_from_elsewhere_becomes_a_version(tmp_path: Path) -> None:
    document = render(plan(easy("tue", 5), easy("sat", 8)))
    with house(tmp_path) as planwise:
        version = planwise.bring("anna", document, parent=None)

        assert version.number == 1
        assert planwise.review("anna") is not None
        with pytest.raises(BadInput, match=r"weeks\.1\.workouts\[0\]\.km"):
            planwise.bring("anna", render(plan(easy("tue", 5))) | _with_km(-3), parent=1)
        assert len(planwise.heads("anna")) == 1


def _with_km(km: float) -> dict[str, object]:
    document = render(plan(easy("tue", 5)))
    document["weeks"]["1"]["workouts"][0]["km"] = km
    return document


def test_a_reset_deletes_everything_and_counts_it(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)
        planwise.talk("ben", HALF)

        deleted = planwise.reset("anna")

        assert (deleted.conversations, deleted.plans) == (1, 1)
        assert planwise.heads("anna") == ()
        assert len(planwise.heads("ben")) == 1
        with pytest.raises(NotFound):
            planwise.reset("anna")


def test_red_flags_stop_coaching(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)

        turn = planwise.talk("anna", "I had chest pain on my run today, make next week easier")

        assert (turn.outcome, turn.edits) == ("referred", ())
        assert "doctor" in turn.says or "emergency" in turn.says
        assert len(planwise.heads("anna")) == 1


def test_a_turn_that_was_sent_twice_is_answered_once(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        one = planwise.talk("anna", HALF, turn_id="same-turn-1")
        two = planwise.talk("anna", HALF, turn_id="same-turn-1")

        assert one == two
        assert len(planwise.turns("anna")) == 1


def test_nobody_sees_the_turn_of_another(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        turn = planwise.talk("anna", HALF)
        planwise.talk("ben", "hello")

        for look in (planwise.turn, planwise.proposal, planwise.accept, planwise.watch):
            with pytest.raises(NotFound):
                look("ben", turn.id)


def test_a_correction_takes_the_place_of_what_was_proposed(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)
        wrong = planwise.talk("anna", "i'm away from 7 december to 9 december")

        right = planwise.talk("anna", "no, i meant until 13 december")

        assert planwise.turn("anna", wrong.id).decision == "discarded"
        assert right.decision == "open"
        proposal = planwise.proposal("anna", right.id)
        assert proposal is not None
        first, last = dt.date(2026, 12, 7), dt.date(2026, 12, 13)
        assert not [each for each in proposal.after.workouts if first <= each.date <= last]
        assert [(each.first, each.last) for each in planwise.store.client("anna").athlete.away] == [(first, last)]


def test_a_correction_of_a_change_that_was_accepted_undoes_it_in_the_same_proposal(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)
        first = planwise.current("anna")
        assert first is not None
        one, other = [each for each in first.plan.workouts if each.date >= MONDAY_MORNING.date() and each.is_run][:2]
        planwise.accept("anna", planwise.talk("anna", f"skip {one.date:%A}").id)

        turn = planwise.talk("anna", f"no i meant {other.date:%A}")

        proposal = planwise.proposal("anna", turn.id)
        assert proposal is not None
        assert one.id in proposal.after.by_id
        assert other.id not in proposal.after.by_id


def test_what_was_proposed_can_be_taken_back_in_words(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)
        turn = planwise.talk("anna", "make week 3 easier")

        planwise.talk("anna", "forget it")

        assert planwise.turn("anna", turn.id).decision == "discarded"
        assert len(planwise.heads("anna")) == 1


def test_an_age_told_in_passing_is_kept_and_changes_no_plan(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)

        turn = planwise.talk("anna", "im 58 by the way")

        assert (turn.outcome, planwise.moment("anna").athlete.age) == ("answered", 58)
