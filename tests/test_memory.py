"""What the coach remembers of a runner: told, asked about, kept, corrected, forgotten, and what comes of it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from planwise_core.coach import context, memory
from planwise_core.coach.fallback import FallbackCoach
from planwise_core.coach.openai_coach import OpenAICoach
from planwise_core.coach.reply import Heard, Prompt, Reply, Say
from planwise_core.errors import BadInput, NotFound
from planwise_core.service import PlanWise
from planwise_core.store import facts as store_facts
from planwise_core.store.records import Ending
from planwise_core.training.athlete import Athlete, Injury
from planwise_core.training.journal import Fact
from planwise_core.training.plan import week_km
from tests.databases import Fresh, on_both
from tests.houses import HALF, MONDAY_MORNING, house
from tests.openai_peer import KEY, answer, ok, serving


class Scribe:
    """A coach that writes down what it is asked, and answers at length."""

    name = "scribe"

    def __init__(self) -> None:
        self.prompts: list[Prompt] = []

    def reply(self, prompt: Prompt, say: Say) -> Reply:
        self.prompts.append(prompt)
        return Reply(says="The long run builds the endurance you need for the last third of your race.")


def told(planwise: PlanWise, client_id: str = "anna") -> list[tuple[str, str, bool]]:
    return [(fact.kind, fact.text, fact.confirmed) for fact in planwise.facts(client_id)]


@pytest.mark.parametrize(
    ("asked", "kind", "text"),
    [
        ("Remember that I work nights.", "note", "I work nights"),
        ("please keep in mind: my parkrun is sacred", "note", "My parkrun is sacred"),
        ("Don't forget that I hate treadmills!", "note", "I hate treadmills"),
        ("I have a bad left knee.", "injury", "I have a bad left knee"),
        ("I had knee trouble in 2024", "injury", "I had knee trouble in 2024"),
        ("I broke my foot two years ago.", "injury", "I broke my foot two years ago"),
    ],
)
def test_the_offline_coach_hears_what_lasts(asked: str, kind: str, text: str) -> None:
    assert memory.parted(asked) == ((Fact(kind=kind, text=text),), "")


@pytest.mark.parametrize(
    "asked",
    [
        "My left knee hurts.",
        "My knee was bad again yesterday",
        "I have a bad cold.",
        "I do not remember my last race",
        "Remember to breathe",
        "Half marathon in 12 weeks, 30 km a week, 4 days",
        "I had a bad run",
    ],
)
def test_what_is_about_today_is_no_fact(asked: str) -> None:
    assert memory.parted(asked) == ((), asked)


def test_a_fact_is_asked_about_before_it_is_kept(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        turn = planwise.talk("anna", "Remember that I work nights.")

        (fact,) = planwise.facts("anna")
        assert (fact.text, fact.confirmed, fact.turn_id) == ("I work nights", False, turn.id)
        planwise.confirm_fact("anna", fact.id)
        assert told(planwise) == [("note", "I work nights", True)]


@pytest.mark.parametrize(("said", "left"), [("Yes, please", [True]), ("no", []), ("What is a tempo run?", [False])])
def test_a_typed_yes_or_no_decides_too(tmp_path: Path, said: str, left: list[bool]) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", "Remember that I work nights.")
        planwise.talk("anna", said)

        assert [fact.confirmed for fact in planwise.facts("anna")] == left


def test_a_yes_to_something_else_keeps_nothing(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)
        planwise.talk("anna", "Make week 3 easier. Remember that I work nights.")
        planwise.talk("anna", "yes")

        assert told(planwise) == [("note", "I work nights", False)]  # the yes may have meant the change


def test_a_limit_is_a_request_and_takes_effect_at_once(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)
        planwise.talk("anna", "Remember that I can never run on Wednesdays")

        assert "wed" not in planwise.athlete("anna").free_days
        assert planwise.facts("anna") == ()


def test_a_confirmed_injury_shapes_plans_until_it_is_forgotten(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", "I have a bad left knee.")
        (fact,) = planwise.facts("anna")
        assert planwise.athlete("anna").injuries == ()

        planwise.confirm_fact("anna", fact.id)
        planwise.talk("anna", HALF)

        assert planwise.athlete("anna").injuries == (Injury(part="left knee", current=False),)
        assert planwise.client("anna").athlete.injuries == ()  # the fact is the only place it is kept
        careful = planwise.current("anna")
        planwise.correct_fact("anna", fact.id, "My right hip was operated on")
        assert [injury.part for injury in planwise.athlete("anna").injuries] == ["right hip"]
        planwise.forget("anna", fact.id)
        assert planwise.athlete("anna").injuries == ()
        planwise.talk("ben", HALF)
        free = planwise.current("ben")
        assert careful is not None
        assert free is not None
        assert sum(map(week_km, careful.plan.by_week)) < sum(map(week_km, free.plan.by_week))


def test_what_hurts_now_is_not_replaced_by_what_hurt_once() -> None:
    now = Athlete(injuries=(Injury(part="left knee", pain=4),))
    facts = (Fact(kind="injury", text="I have a bad left knee"),)

    assert memory.knowing(now, facts) == now
    assert memory.without(memory.knowing(now, facts), facts) == now


def test_only_confirmed_facts_reach_a_coach(tmp_path: Path) -> None:
    scribe = Scribe()
    with house(tmp_path, scribe) as planwise:
        planwise.client("anna")
        planwise.remember("anna", "Works nights")
        planwise.store.remember("anna", "Hates hills", kind="note", confirmed=False, now=MONDAY_MORNING)
        planwise.talk("anna", "hello")

        sent = scribe.prompts[-1].messages[-1]["content"]
        assert 'remembered: ["Works nights"]' in sent
        assert "hills" not in sent


def test_a_model_proposes_facts_and_none_is_kept_unasked(tmp_path: Path) -> None:
    facts = [
        {"fact": "remember", "word": "Works nights <script>"},
        {"fact": "injury", "part": "knee", "current": False, "pain": None},
        {"fact": "never_on", "days": ["sun"], "minutes": None},
    ]
    with serving(ok(answer("Good to know.", facts=facts))) as peer:
        coach = FallbackCoach([OpenAICoach(KEY, base_url=peer.base_url)])
        with house(tmp_path, coach) as planwise:
            planwise.talk("anna", "I work nights, had knee trouble in 2024 and never run on Sundays")

            assert told(planwise) == [
                ("note", "Works nights", False), ("injury", "Knee hurt in the past", False),
            ]  # fmt: skip
            athlete = planwise.athlete("anna")
            assert (athlete.injuries, "sun" in athlete.free_days) == ((), False)


def test_a_model_that_says_it_is_healed_changes_what_hurts_at_once(tmp_path: Path) -> None:
    healed = [{"fact": "injury", "part": "knee", "current": False, "pain": None}]
    with serving(ok(answer("Good to hear.", facts=healed))) as peer:
        coach = FallbackCoach([OpenAICoach(KEY, base_url=peer.base_url)])
        with house(tmp_path, coach) as planwise:
            hurts = Athlete(injuries=(Injury(part="knee"),))
            planwise.save_athlete("anna", hurts)
            planwise.talk("anna", "My knee is fine again")

            assert [injury.current for injury in planwise.athlete("anna").injuries] == [False]
            assert planwise.facts("anna") == ()


def test_what_is_known_is_not_asked_again(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", "Remember that I work nights.")
        planwise.talk("anna", "remember: I WORK nights")

        assert len(planwise.facts("anna")) == 1


def test_facts_of_others_are_not_there(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", "Remember that I work nights.")
        planwise.talk("ben", "Remember that I like hills.")
        (mine,) = planwise.facts("anna")

        for attempt in (planwise.confirm_fact, planwise.forget):
            with pytest.raises(NotFound):
                attempt("ben", mine.id)
        assert told(planwise) == [("note", "I work nights", False)]


@pytest.mark.parametrize("text", ["", "  .. ", "\x00"])
def test_nothing_cannot_be_remembered(tmp_path: Path, text: str) -> None:
    with house(tmp_path) as planwise:
        planwise.client("anna")

        with pytest.raises(BadInput, match="nothing in it"):
            planwise.remember("anna", text)


@on_both
def test_questions_nobody_answers_make_room_and_what_is_kept_stays(fresh: Fresh) -> None:
    with fresh.store() as store:
        store.ensure_client("anna", MONDAY_MORNING)
        for at in range(store_facts.MOST - 1):
            store.remember("anna", f"Fact {at}", kind="note", confirmed=True, now=MONDAY_MORNING)
        for at in range(3):
            store.add_turn("anna", turn_id=f"t{at}", asked="Hi", mode="propose", now=MONDAY_MORNING)
            assert store.claim(f"t{at}", "me", MONDAY_MORNING, 10) is not None
            news = (Fact(text=f"New {at}"), Fact(text="Fact 7"))
            store.finish(f"t{at}", "me", Ending(remember=news), MONDAY_MORNING)

        there = store.facts("anna")
        assert (len(there), there[-1].text, there[-1].confirmed) == (store_facts.MOST, "New 2", False)
        with pytest.raises(BadInput, match="forget one first"):
            store.remember("anna", "One more", kind="note", confirmed=True, now=MONDAY_MORNING)


def test_three_hundred_turns_stay_in_budget_and_forget_no_limit(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)
        planwise.talk("anna", "Remember that I work nights.")
        planwise.talk("anna", "yes")
        for at in range(300):
            now = MONDAY_MORNING + dt.timedelta(minutes=at)
            planwise.store.add_turn(
                "anna", turn_id=f"t{at}", asked=f"Question {at}: {'x' * 400}", mode="propose", now=now
            )
            planwise.store.claim(f"t{at}", "me", now, 10)
            planwise.store.finish(
                f"t{at}", "me", Ending(says="A long answer about running. " * 20, outcome="answered"), now
            )

    scribe = Scribe()
    with house(tmp_path, scribe) as planwise:
        planwise.talk("anna", "And what now?")

    messages = scribe.prompts[-1].messages
    last = messages[-1]["content"]
    tokens = sum(context.estimated_tokens(each["content"]) for each in messages)
    assert tokens < context.BUDGET * 0.8
    assert "Question 299" in "".join(each["content"] for each in messages[:-1])
    assert "I work nights" in last
    assert '"free_days":["mon","tue","wed","thu","fri","sat"]' in last
    assert f"version 1, {HALF[:40]}" in last
    assert "earlier messages, cut short" in last


def test_a_listener_hears_what_was_decided(tmp_path: Path) -> None:
    heard = Heard()
    with house(tmp_path) as planwise:
        turn = planwise.talk("anna", "Remember that I work nights.")
        again = planwise.talk("anna", "yes")

        assert (turn.answered_by, again.answered_by) == ("offline coach", "PlanWise")
        assert "remember" in again.says
        assert heard.text == ""
