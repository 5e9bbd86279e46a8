"""From a situation to what a model is sent: instructions, filtered history, the situation in brief, the request.

The order is that of change: instructions are the same for everyone and every time, so that an endpoint can cache
them; history grows at its end; what is new comes last. Whatever a person or a device has written goes in as JSON
inside one marked block, so that it cannot end the block or pass for instructions.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Any

from planwise_core.coach.listening import estimated_tokens, fixed_tokens
from planwise_core.coach.reply import Prompt, Reply, Situation
from planwise_core.coach.rows import CODES, cell
from planwise_core.training.athlete import Athlete
from planwise_core.training.journal import Fact, Said
from planwise_core.training.methods import METHODS
from planwise_core.training.paces import paces
from planwise_core.training.plan import Plan, Workout, week_km, weekday_of
from planwise_core.training.season import fitness_of
from planwise_core.training.values import WEEKDAYS

BUDGET = 6000  # tokens of a whole prompt, as estimated
MAX_ASKED = 4000  # characters; about two pages
MAX_SAID = 700  # characters of an earlier message
MAX_NAME = 60  # characters of a title or an activity's name
ROOM_FOR_FACTS = 600  # tokens of a prompt
ROOM_FOR_HISTORY, ROOM_FOR_SUMMARY = 1500, 500
FULL_WEEKS = 24  # weeks ahead that are told day by day; of later ones only the kilometres
WINDOW = (dt.timedelta(days=-2), dt.timedelta(days=7))  # days around today that are told in full
MAX_FINDING = 300
MOST_OF_EACH = 12  # days away to come, and injuries
ZONES = ("easy", "marathon", "threshold", "interval", "repetition")
SHORT_ANSWER = 50  # characters; a shorter answer of the coach tells nothing worth repeating

_APOLOGY = re.compile(
    r"\b(sorry|apologi[sz]e|apologies|something went wrong|error)\b",
    re.IGNORECASE,
)
_PLAN_JSON = re.compile(r'"(?:weeks|workouts|meta|schema)"\s*:|```', re.IGNORECASE)


@cache
def instructions() -> str:
    """What every model is told, the same every time."""
    text = files("planwise_core.coach").joinpath("prompt.md").read_text("utf-8")
    codes = ", ".join(f"{code} {name}" for name, code in CODES.items())
    return text.replace("{codes}", f"{codes}.").replace("{methods}", ", ".join(METHODS))


def build(situation: Situation, asked: str) -> Prompt:
    """The prompt for what was asked, within `BUDGET`: what is oldest in the history gives way first.

    The last messages go in as they were, older ones as a few lines, and of everything before them what has changed
    the plan. What the runner has told of themself is in the situation, whatever is left out of the history.
    """
    request = f"{brief(situation)}\n<message>{_quoted(asked[:MAX_ASKED])}</message>"
    room = BUDGET - fixed_tokens(instructions()) - estimated_tokens(request) - ROOM_FOR_SUMMARY
    history, left_out = fitting(filtered(situation.history), min(room, ROOM_FOR_HISTORY))
    if left_out:
        request = f"{_summary(left_out, situation.milestones)}\n{request}"
    messages = (_message("system", instructions()), *history, _message("user", request))
    return Prompt(situation=situation, asked=asked, messages=messages)


def objected(prompt: Prompt, reply: Reply, objection: str) -> Prompt:
    """The same prompt once more, with what was wrong with the last answer."""
    again = f"Your last answer was not used: {objection} Answer the message again, so that this does not happen."
    messages = (*prompt.messages, _message("assistant", reply.says), _message("user", again))
    return prompt.but(objection=objection, messages=messages)


def _message(role: str, content: str) -> dict[str, str]:
    return {"role": role, "content": content}


def _quoted(text: Any) -> str:
    """JSON that holds no angle bracket, so that nothing in it can close the block it stands in."""
    written = json.dumps(text, ensure_ascii=False, separators=(",", ":"))
    return written.replace("<", "\\u003c").replace(">", "\\u003e")


# --- history -----------------------------------------------------------------------------------------------------


def filtered(history: Sequence[Said]) -> list[Said]:
    """The messages worth repeating: no errors, no apologies, no very short answers, no plan as JSON."""
    return [said for said in history if said.text.strip() and not _PLAN_JSON.search(said.text) and _is_telling(said)]


def _is_telling(said: Said) -> bool:
    return said.role == "runner" or (len(said.text) >= SHORT_ANSWER and not _APOLOGY.search(said.text[:200]))


def fitting(history: Sequence[Said], room: int) -> tuple[list[dict[str, str]], list[Said]]:
    """As many of the newest messages as fit into `room` tokens, and those that do not."""
    kept: list[dict[str, str]] = []
    for at in range(len(history) - 1, -1, -1):
        said = history[at]
        content = said.text if len(said.text) <= MAX_SAID else said.text[:MAX_SAID] + " […]"
        room -= estimated_tokens(content) + 4  # role and separators
        if room < 0:
            return kept[::-1], list(history[: at + 1])
        kept.append(_message("user" if said.role == "runner" else "assistant", content))
    return kept[::-1], []


def _summary(left_out: Sequence[Said], milestones: Sequence[str]) -> str:
    """What the plan was changed for, and the runner's last lines that no longer fit, cut short."""
    lines = [said.text.split("\n")[0][:80] for said in left_out if said.role == "runner"][-6:]
    changes = f"the plan was changed for: {_quoted(milestones)}\n" if milestones else ""
    return f"<data>\n{changes}earlier messages, cut short: {_quoted(lines)}\n</data>"


# --- the situation -----------------------------------------------------------------------------------------------


def brief(situation: Situation) -> str:
    """All that a coach needs to know of one runner today, in some hundred tokens."""
    return "\n".join(["<data>", *_lines(situation), "</data>"])


def _lines(situation: Situation) -> Iterator[str]:
    today, plan = situation.today, situation.plan
    yield f"today: {today:%A} {today.isoformat()}"
    yield f"runner: {_quoted(_still_so(situation.athlete, today).model_dump(mode='json', exclude_defaults=True))}"
    yield f"told so far: {', '.join(sorted(situation.known)) or 'nothing'}"
    fitness, is_guess = fitness_of(situation.athlete)
    if not is_guess:
        shown = paces(fitness).shown(situation.athlete.units).values()
        yield f"paces: {', '.join(f'{zone} {pace}' for zone, pace in zip(ZONES, shown, strict=True))}"
    if situation.facts:
        yield f"remembered: {_quoted(_facts(situation.facts))}"
    if plan is None:
        yield "plan: none yet"
        return
    yield from _plan_lines(plan, today)
    yield from _window(situation, plan)
    if situation.previous_plan is not None:
        yield "a previous version can be brought back"
    for finding in situation.findings[:5]:
        where = f"week {finding.week}" if finding.week else "plan"
        yield f"finding ({finding.severity}, {where}): {_quoted(finding.message[:MAX_FINDING])}"


def _still_so(athlete: Athlete, today: dt.date) -> Athlete:
    """The runner without days away that are over; of what grows with the years, what is nearest."""
    away = sorted((each for each in athlete.away if each.last >= today), key=lambda each: each.first)
    injuries = sorted(athlete.injuries, key=lambda each: not each.current)
    return athlete.but(away=tuple(away[:MOST_OF_EACH]), injuries=tuple(injuries[:MOST_OF_EACH]))


def _facts(facts: Sequence[Fact]) -> list[str]:
    """Injuries first, then what is newest, as many as there is room for."""
    newest = tuple(reversed(facts))
    by_weight = [
        *(each for each in newest if each.kind == "injury"),
        *(each for each in newest if each.kind != "injury"),
    ]
    kept, room = list[str](), ROOM_FOR_FACTS
    for fact in by_weight:
        room -= estimated_tokens(fact.text)
        if room < 0:
            break
        kept.append(fact.text)
    return kept


def _plan_lines(plan: Plan, today: dt.date) -> Iterator[str]:
    """The plan from this week on: what it is for, its phases, one line a week."""
    race = f", race on {plan.race_date:%A} {plan.race_date.isoformat()}" if plan.race_date else ""
    yield f"plan: {_quoted(plan.goal[:MAX_NAME])}{race}; week 1 begins on Monday {plan.start_date.isoformat()}"
    first = max(plan.week_of(today), 1)
    yield f"now: week {plan.week_of(today)} of {len(plan.weeks)}; phases: {_phases(plan)}"
    yield f"week km {' '.join(WEEKDAYS)}"
    for number in range(first, len(plan.weeks) + 1):
        week = plan.by_week[number - 1]
        line = f"{number} {week_km(week):.0f}"
        if number < first + FULL_WEEKS:
            line += " " + " ".join(cell([each for each in week if weekday_of(each.date) == day]) for day in WEEKDAYS)
        yield line


def _phases(plan: Plan) -> str:
    numbered = groupby(enumerate(plan.weeks, 1), key=lambda pair: pair[1].phase)
    spans = [(phase, [number for number, _ in weeks]) for phase, weeks in numbered]
    return ", ".join(f"{phase} {numbers[0]}-{numbers[-1]}" for phase, numbers in spans)


def _window(situation: Situation, plan: Plan) -> Iterator[str]:
    """The days around today: the slot each workout stands in, its exact size and title, and what was run."""
    first, last = (situation.today + delta for delta in WINDOW)
    done = {run.workout for run in situation.runs}
    for date in (first + dt.timedelta(days=ahead) for ahead in range((last - first).days + 1)):
        slot, there = f"w{plan.week_of(date)}-{weekday_of(date)}", plan.on(date)
        if date == situation.today and not there and plan.start_date <= date <= plan.end_date:
            yield f"{slot} (today): rest"
        for nth, each in enumerate(there, 1):
            size = f"{each.km:g} km" if each.km else f"{each.minutes} min"
            named = each.title != each.type.replace("_", " ").capitalize()
            title = f" {_quoted(each.title[:MAX_NAME])}" if named else ""
            where = f"{slot}-{nth}" if nth > 1 else slot
            yield f"{where}{_state(each, situation.today, done)}: {each.type} {size}{title}"
    for run in [run for run in situation.runs if first <= run.date <= situation.today][-6:]:
        effort = f", effort {run.effort} of 10" if run.effort else ""
        yield f"run on {run.date.isoformat()}: {run.km:g} km{effort} {_quoted(run.name[:MAX_NAME])}"


def _state(workout: Workout, today: dt.date, done: Collection[str | None]) -> str:
    if workout.id in done:
        return " (done)"
    return " (passed)" if workout.date < today else " (today)" if workout.date == today else ""
