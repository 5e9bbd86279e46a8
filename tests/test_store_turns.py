"""The life of a turn in the store: queued, claimed, renewed, finished, stopped, taken over, given up."""

from __future__ import annotations

import datetime as dt

import pytest

from planwise_core.errors import BadInput, NotFound, StaleVersion
from planwise_core.store.records import Ending, StoredTurn
from planwise_core.store.store import Store
from planwise_core.training.athlete import Athlete
from planwise_core.training.checks import Finding
from planwise_core.training.edits import Drop
from tests.builders import easy, plan
from tests.databases import Fresh, on_both
from tests.test_store import NOW, saved

LEASE_S = 30.0


def at(seconds: float) -> dt.datetime:
    return NOW + dt.timedelta(seconds=seconds)


def asked(store: Store, turn_id: str = "t1", client_id: str = "anna", text: str = "Easier, please") -> StoredTurn:
    store.ensure_client(client_id, NOW)
    return store.add_turn(client_id, turn_id=turn_id, asked=text, mode="propose", now=NOW)


@on_both
def test_a_question_is_stored_before_anybody_answers(fresh: Fresh) -> None:
    with fresh.store() as store:
        turn = asked(store, text="<b>Hi</b>\0 🏃")

        assert (turn.status, turn.asked, turn.says, turn.created_at) == ("queued", "<b>Hi</b> 🏃", "", NOW)
        assert store.open_turn("anna") == turn
        assert store.turn("anna", "t1") == turn


@on_both
def test_the_same_question_sent_again_is_one_turn(fresh: Fresh) -> None:
    with fresh.store() as store:
        first = asked(store)

        assert asked(store) == first
        store.claim("t1", "runner", NOW, LEASE_S)
        done = store.finish("t1", "runner", Ending(says="Done.", outcome="answered"), at(2))
        assert asked(store) == done
        assert store.turns("anna") == (done,)


@on_both
def test_a_second_question_waits_for_the_first_answer(fresh: Fresh) -> None:
    with fresh.store() as store:
        asked(store, "t1")

        with pytest.raises(BadInput, match="still answering"):
            asked(store, "t2")
        asked(store, "t3", client_id="ben")
        store.stop("anna", "t1", at(1))
        assert asked(store, "t2").status == "queued"


@on_both
def test_a_turn_id_of_somebody_else_is_refused(fresh: Fresh) -> None:
    with fresh.store() as store:
        asked(store, "t1")

        with pytest.raises(BadInput, match="is taken"):
            asked(store, "t1", client_id="ben")
        for look in (store.turn, store.decide, store.stop):
            with pytest.raises(NotFound):
                look("ben", "t1", *{store.decide: ["discarded"], store.stop: [NOW]}.get(look, []))  # type: ignore[operator]


@on_both
def test_turns_are_claimed_in_the_order_they_came_and_only_once(fresh: Fresh) -> None:
    with fresh.store() as store:
        for name in ("anna", "ben", "cleo"):
            asked(store, f"turn-{name}", client_id=name)

        order = [store.claim(None, "runner", NOW, LEASE_S) for _ in range(4)]

        assert [turn and turn.id for turn in order] == ["turn-anna", "turn-ben", "turn-cleo", None]
        assert store.claim("turn-anna", "another", NOW, LEASE_S) is None


@on_both
def test_words_are_kept_as_they_come(fresh: Fresh) -> None:
    with fresh.store() as store:
        asked(store)
        store.claim("t1", "runner", NOW, LEASE_S)

        assert store.renew("runner", {"t1": "Half an ans"}, at(1), LEASE_S)
        assert store.renew("runner", {"t1": "Half an ans"}, at(2), LEASE_S)
        assert store.turn("anna", "t1").says == "Half an ans"
        assert not store.renew("somebody else", {"t1": "No."}, at(3), LEASE_S)


@on_both
def test_the_end_of_a_turn_is_answer_client_and_version_together(fresh: Fresh) -> None:
    athlete, finding = Athlete(weekly_km=30), Finding(rule="LR-1", severity="warning", week=1, message="Long.")

    with fresh.store() as store:
        asked(store, text="A plan, please")
        store.claim("t1", "runner", NOW, LEASE_S)
        turn = store.finish(
            "t1",
            "runner",
            Ending(
                says="Here it is.",
                outcome="saved",
                findings=[finding],
                answered_by="gpt-4o",
                input_tokens=900,
                output_tokens=80,
                athlete=athlete,
                known=frozenset({"weekly_km"}),
                pending="date",
                plan=plan(easy()),
                parent=None,
            ),
            at(2),
        )

        version = store.current("anna")
        assert version is not None
        assert (version.number, version.cause, version.turn_id) == (1, "A plan, please", "t1")
        assert (turn.status, turn.outcome, turn.version, turn.decision) == ("done", "saved", 1, None)
        assert (turn.findings, turn.output_tokens, turn.finished_at) == ((finding,), 80, at(2))
        client = store.client("anna")
        assert (client.athlete, client.known, client.pending) == (athlete, {"weekly_km"}, "date")
        assert store.open_turn("anna") is None


@on_both
def test_an_answer_that_comes_too_late_for_its_plan_leaves_nothing_half_saved(fresh: Fresh) -> None:
    with fresh.store() as store:
        asked(store)
        saved(store)
        running = store.claim("t1", "runner", NOW, LEASE_S)
        saved(store, parent=1)

        with pytest.raises(StaleVersion):
            store.finish("t1", "runner", Ending(says="Easier.", plan=plan(), parent=1, athlete=Athlete(age=40)), at(2))

        assert store.turn("anna", "t1") == running
        assert store.client("anna").athlete == Athlete()
        assert len(store.heads("anna")) == 2
        failed = store.finish("t1", "runner", Ending(status="failed", error="The plan has changed meanwhile."), at(3))
        assert failed.error == "The plan has changed meanwhile."


@on_both
def test_an_expired_lease_is_taken_over_and_the_late_owner_writes_nothing(fresh: Fresh) -> None:
    with fresh.store() as store:
        asked(store)
        store.claim("t1", "first", NOW, LEASE_S)
        store.renew("first", {"t1": "Half"}, NOW, LEASE_S)

        assert store.claim(None, "second", at(LEASE_S - 1), LEASE_S) is None
        taken = store.claim(None, "second", at(LEASE_S + 1), LEASE_S)
        assert taken is not None
        assert taken.says == "Half"
        assert not store.renew("first", {"t1": "Late"}, at(LEASE_S + 2), LEASE_S)
        late = store.finish("t1", "first", Ending(says="Late", outcome="saved", plan=plan()), at(LEASE_S + 2))
        assert (late.status, late.says) == ("running", "Half")
        assert store.current("anna") is None
        done = store.finish("t1", "second", Ending(says="Whole", outcome="saved", plan=plan()), at(LEASE_S + 3))
        assert (done.says, done.version) == ("Whole", 1)


@on_both
def test_a_clock_that_jumps_back_steals_no_lease(fresh: Fresh) -> None:
    with fresh.store() as store:
        asked(store)
        store.claim("t1", "first", NOW, LEASE_S)

        assert store.claim(None, "second", at(-86_400), LEASE_S) is None


@on_both
def test_a_turn_that_two_owners_gave_up_is_interrupted_with_its_words_kept(fresh: Fresh) -> None:
    with fresh.store() as store:
        asked(store)
        store.claim("t1", "first", NOW, LEASE_S)
        assert store.interrupt_orphans(at(100)) == 0
        store.claim("t1", "second", at(100), LEASE_S)
        store.renew("second", {"t1": "Half"}, at(100), LEASE_S)

        assert store.interrupt_orphans(at(110)) == 0
        assert store.claim("t1", "third", at(200), LEASE_S) is None
        assert store.interrupt_orphans(at(200)) == 1
        turn = store.turn("anna", "t1")
        assert (turn.status, turn.says, turn.finished_at) == ("interrupted", "Half", at(200))
        assert asked(store, "t2").status == "queued"


@on_both
def test_a_stopped_turn_keeps_its_words_and_takes_no_more(fresh: Fresh) -> None:
    with fresh.store() as store:
        asked(store)
        store.claim("t1", "runner", NOW, LEASE_S)
        store.renew("runner", {"t1": "Half"}, NOW, LEASE_S)

        stopped = store.stop("anna", "t1", at(5))

        assert (stopped.status, stopped.says) == ("stopped", "Half")
        assert not store.renew("runner", {"t1": "More"}, at(6), LEASE_S)
        assert store.finish("t1", "runner", Ending(says="Whole", plan=plan()), at(6)) == stopped
        assert store.stop("anna", "t1", at(7)) == stopped


@on_both
def test_a_turn_whose_client_is_deleted_meanwhile_is_gone(fresh: Fresh) -> None:
    with fresh.store() as store:
        asked(store)
        store.claim("t1", "runner", NOW, LEASE_S)
        store.delete_client("anna")

        assert not store.renew("runner", {"t1": "Half"}, at(1), LEASE_S)
        with pytest.raises(NotFound):
            store.finish("t1", "runner", Ending(says="Whole"), at(2))


def proposed(store: Store) -> StoredTurn:
    asked(store)
    saved(store)
    store.claim("t1", "runner", NOW, LEASE_S)
    edits = (Drop(workout="w1-tue"),)
    return store.finish("t1", "runner", Ending(says="So?", outcome="proposed", edits=edits, parent=1), at(2))


@on_both
def test_a_proposal_is_accepted_together_with_its_version(fresh: Fresh) -> None:
    with fresh.store() as store:
        turn = proposed(store)
        assert (turn.decision, turn.base_version, turn.edits) == ("open", 1, (Drop(workout="w1-tue"),))

        version = saved(store, parent=1, plan=plan(), edits=turn.edits, turn_id="t1", decision="accepted")

        accepted = store.turn("anna", "t1")
        assert (accepted.decision, accepted.version, version.number) == ("accepted", 2, 2)
        with pytest.raises(BadInput, match="was accepted before"):
            saved(store, parent=2, turn_id="t1", decision="accepted")


@on_both
def test_a_proposal_that_is_stale_stays_open(fresh: Fresh) -> None:
    with fresh.store() as store:
        proposed(store)
        saved(store, parent=1)

        with pytest.raises(StaleVersion):
            saved(store, parent=1, plan=plan(), turn_id="t1", decision="accepted")
        assert store.turn("anna", "t1").decision == "open"


@on_both
def test_a_proposal_is_discarded_once(fresh: Fresh) -> None:
    with fresh.store() as store:
        proposed(store)

        assert store.decide("anna", "t1", "discarded").decision == "discarded"
        with pytest.raises(BadInput, match="was discarded before"):
            store.decide("anna", "t1", "accepted")


@on_both
def test_what_proposed_nothing_cannot_be_decided(fresh: Fresh) -> None:
    with fresh.store() as store:
        asked(store)

        with pytest.raises(BadInput, match="proposed nothing"):
            store.decide("anna", "t1", "accepted")


@on_both
def test_a_conversation_is_read_in_pages_newest_last(fresh: Fresh) -> None:
    with fresh.store() as store:
        for number in range(5):
            asked(store, f"t{number}")
            store.stop("anna", f"t{number}", NOW)

        assert [turn.id for turn in store.turns("anna", limit=2)] == ["t3", "t4"]
        assert [turn.id for turn in store.turns("anna", limit=2, before="t3")] == ["t1", "t2"]
        assert store.turns("anna", before="unknown") == ()
