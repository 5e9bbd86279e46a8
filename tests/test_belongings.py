"""What belongs to a client: settings that never change a plan silently, facts, runs, and everything as one file."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from planwise_core import demo
from planwise_core.coach.reply import Prompt, Reply, Say
from planwise_core.errors import BadInput, NotFound, StaleVersion
from planwise_core.store.records import Client, StoredTurn
from planwise_core.store.whole import Whole, WholeTurn
from planwise_core.training.journal import Run
from tests.houses import HALF, house


def test_settings_never_change_the_plan_but_a_rebuild_proposes_one(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)
        before = planwise.current("anna")
        athlete = planwise.athlete("anna").but(free_days=("mon", "wed", "fri", "sun"), long_run_day="sun")

        planwise.save_athlete("anna", athlete)
        assert planwise.current("anna") == before

        turn = planwise.rebuild("anna", athlete, 1, "My settings have changed: long run on Sunday.")
        assert planwise.current("anna") == before
        assert (turn.status, turn.outcome, turn.decision, turn.base_version) == ("done", "proposed", "open", 1)

        version = planwise.accept("anna", turn.id)
        assert version.cause == "My settings have changed: long run on Sunday."
        assert {each.date.weekday() for each in version.plan.workouts if each.type != "race"} <= {0, 2, 4, 6}


def test_a_rebuild_keeps_what_has_passed_and_what_is_done(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        client = demo.enter(planwise, "anna")
        current = planwise.current(client)
        assert current is not None
        today = planwise.today(client)

        turn = planwise.rebuild(client, planwise.athlete(client).but(days_per_week=3), 5, "Three days a week now.")
        plan = planwise.accept(client, turn.id).plan

        def lived(workouts: tuple) -> list:  # type: ignore[type-arg]
            return [each for each in workouts if each.date < today or each.id in planwise.moment(client).done]

        assert lived(plan.workouts) == lived(current.plan.workouts)
        assert plan != current.plan


def test_a_rebuild_of_an_old_version_is_refused(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        client = demo.enter(planwise, "anna")

        with pytest.raises(StaleVersion):
            planwise.rebuild(client, planwise.athlete(client).but(days_per_week=3), 4, "Three days a week now.")


def test_a_rebuild_that_changes_nothing_says_so(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)

        with pytest.raises(BadInput, match="nothing needs to change"):
            planwise.rebuild("anna", planwise.athlete("anna"), 1, "Again, please.")
        assert planwise.open_turn("anna") is None


def test_what_is_set_counts_as_told(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        client = planwise.save_athlete("anna", planwise.athlete("anna").but(weekly_km=30, days_per_week=4))

        assert {"weekly_km", "days_per_week"} <= client.known
        assert "races" not in client.known


class Listener:
    """A coach that says nothing new and keeps what it was sent."""

    name = "listener"

    def reply(self, prompt: Prompt, say: Say) -> Reply:
        self.heard = "\n".join(message["content"] for message in prompt.messages)
        return Reply(says="All right.", answered_by=self.name)


def test_what_is_remembered_is_told_to_the_coach(tmp_path: Path) -> None:
    listener = Listener()
    with house(tmp_path, listener) as planwise:
        planwise.client("anna")
        planwise.remember("anna", "Runs with a dog called <b>Rex</b>")

        planwise.talk("anna", "Anything I should think of?")

        assert "Runs with a dog called" in listener.heard


def test_a_run_can_be_deleted_but_not_by_another(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.client("anna")
        planwise.client("ben")
        planwise.add_run("anna", Run(date=dt.date(2026, 11, 22), km=8))
        run = planwise.runs("anna")[0]

        with pytest.raises(NotFound):
            planwise.delete_run("ben", run.id)
        planwise.delete_run("anna", run.id)

        assert planwise.runs("anna") == ()


# --- everything as a file


def test_what_is_exported_and_imported_is_exported_the_same_again(tmp_path: Path) -> None:
    for name in ("here", "there"):
        (tmp_path / name).mkdir()
    with house(tmp_path / "here") as here, house(tmp_path / "there") as there:
        client = demo.enter(here, "anna")
        here.talk(client, "Make next week easier.")
        content = here.export_file(client)

        there.import_file("ben", content)
        here.import_file("carla", content)

        assert there.export_file("ben") == content == here.export_file("carla")
        assert [head.cause for head in there.heads("ben")] == [head.cause for head in here.heads(client)]
        assert there.current("ben") is not None
        assert there.proposal("ben", there.turns("ben", limit=1)[0].id) is not None


def test_nothing_that_is_kept_of_a_client_or_a_turn_is_left_out() -> None:
    assert set(WholeTurn.model_fields) == set(StoredTurn.model_fields) - {"id", "client_id"}
    assert set(Whole.model_fields) >= set(Client.model_fields) - {"id"}


def test_a_file_is_taken_in_only_where_nothing_is(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        content = planwise.export_file(demo.enter(planwise, "anna"))
        planwise.talk("ben", HALF)
        before = planwise.export_file("ben")

        with pytest.raises(BadInput, match="already"):
            planwise.import_file("ben", content)

        assert planwise.export_file("ben") == before


def test_no_secret_stands_in_the_file(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)
        secret = planwise.new_token("anna", "watch")

        content = planwise.export_file("anna").decode()

        assert secret not in content
        assert "watch" not in content


def _without_a_plan(everything: dict) -> None:  # type: ignore[type-arg]
    everything["versions"][0]["plan"]["weeks"]["1"]["workouts"][0]["km"] = -3


def _turn_of_nobody(everything: dict) -> None:  # type: ignore[type-arg]
    everything["versions"][0]["turn"] = 99


def _version_of_nobody(everything: dict) -> None:  # type: ignore[type-arg]
    everything["turns"][0]["base_version"] = 99


def _fact_of_nobody(everything: dict) -> None:  # type: ignore[type-arg]
    everything["facts"][0]["turn"] = 99


def _newer(everything: dict) -> None:  # type: ignore[type-arg]
    everything["planwise"] = 2


def _stranger(everything: dict) -> None:  # type: ignore[type-arg]
    everything["client_id"] = "ben"


def _open_turn(everything: dict) -> None:  # type: ignore[type-arg]
    everything["turns"][0]["status"] = "queued"


@pytest.mark.parametrize(
    "spoil",
    [
        _without_a_plan,
        _turn_of_nobody,
        _version_of_nobody,
        _fact_of_nobody,
        _newer,
        _stranger,
        _open_turn,
    ],
)
def test_a_file_that_has_been_tampered_with_is_refused_and_nothing_is_kept(tmp_path: Path, spoil) -> None:  # type: ignore[no-untyped-def]
    with house(tmp_path) as planwise:
        everything = json.loads(planwise.export_file(demo.enter(planwise, "anna")))
        spoil(everything)
        planwise.client("ben")
        before = planwise.export_file("ben")

        with pytest.raises(BadInput, match="not a file that PlanWise exported"):
            planwise.import_file("ben", json.dumps(everything).encode())

        assert planwise.export_file("ben") == before


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"\xff\xfe\x00", b'{"planwise": 1}', b"[" * 100_000])
def test_what_is_no_export_is_refused(tmp_path: Path, content: bytes) -> None:
    with house(tmp_path) as planwise:
        planwise.client("anna")

        with pytest.raises(BadInput, match="not a file that PlanWise exported"):
            planwise.import_file("anna", content)


def test_starting_over_keeps_the_runner_and_their_runs(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        client = demo.enter(planwise, "anna")
        athlete, runs = planwise.athlete(client), planwise.runs(client)

        planwise.start_over(client)

        assert planwise.heads(client) == ()
        assert planwise.turns(client) == ()
        assert planwise.athlete(client) == athlete
        assert [(run.date, run.km) for run in planwise.runs(client)] == [(run.date, run.km) for run in runs]
        assert planwise.moment(client).done == frozenset()
        assert len(planwise.facts(client)) == 2
