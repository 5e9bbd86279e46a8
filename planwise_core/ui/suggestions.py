"""What one might say now: an answer where the coach has asked, else what fits the moment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from planwise_core.training.journal import Run
from planwise_core.training.plan import Plan
from planwise_core.training.values import Units

AT_MOST = 5
MISSED = "I missed my runs of the last week. What now?"
FIRST_DAYS = 3  # of a plan
RACE_IS_NEAR = 14  # days
MISSED_DAYS, MISSED_RUNS = 7, 3

STARTERS = (  # whole sentences: they also show how one talks to a coach
    "I want to run a half marathon in 16 weeks. I run {more} a week on 4 days.",
    "I am new to running and want to run 5 km in 10 weeks. I run {little} a week on 3 days.",
    "Marathon in 20 weeks, I run {much} a week on 4 days, never on Mondays.",
    "I have no race. I run {some} a week on 3 days and want to get fitter.",
)
ANSWERS = {  # to the questions the offline coach asks, by their names (coach/offline/goal.py)
    "goal": ("5 km", "10 km", "Half marathon", "Marathon", "No race, I want to get fitter"),
    "date": ("In 12 weeks", "In 16 weeks", "In 20 weeks", "No date yet"),
    "volume": ("I do not run yet", "About {some}", "About {more}", "About {much}"),
    "days": ("3 days", "4 days", "5 days", "4 days, never on Mondays"),
}
_A_WEEK = {"little": (8, 5), "some": (20, 12), "more": (30, 20), "much": (45, 28)}  # km, and about as many miles
ANY_DAY = {
    "What is on this week?": "What is on this week?",
    "Easier next week": "Make next week easier.",
    "Move my long run": "Move this week's long run to Saturday.",
    "I am ill": "I am ill, I need a few days off.",
}
AFTERWARDS = {
    "What comes after the race?": "My race is over. What comes next?",
    "A next goal": "I want to run a 10 km race in 12 weeks.",
    "A half marathon next": "I want to run a half marathon in 16 weeks.",
    "What pace is easy?": "What pace should my easy runs be?",
}


def suggestions(
    plan: Plan | None,
    runs: Sequence[Run] = (),
    today: dt.date | None = None,
    *,
    pending: str | None = None,
    last: str = "",
    units: Units = "km",
) -> dict[str, str]:
    """Labels of what one might say now, and what it says; what fits the moment first.

    `pending` is the coach's open question by its name, `last` the last thing the coach said: to a question that
    nobody here knows answers to, nothing is suggested.
    """
    if pending or last.rstrip().endswith("?"):
        return answers(pending or "", units)
    if plan is None:
        return _same(STARTERS, units)
    if today is None:
        return ANY_DAY
    if plan.race and plan.race.date < today:
        return AFTERWARDS
    fitting = dict(_moments(plan, runs, today)) | ANY_DAY
    return dict(list(fitting.items())[:AT_MOST])


def answers(pending: str, units: Units = "km") -> dict[str, str]:
    """What may be said to an open question: to one with choices, which of them."""
    kind, _, rest = pending.partition(":")
    if kind != "choice":
        return _same(ANSWERS.get(pending, ()), units)
    count = sum(choice != "leave it" for choice in rest.split("|"))
    if count == 1:
        return {"Yes": "Yes, please do.", "No": "No, leave it."}
    places = ("first", "second", "third")[:count]
    return {f"The {place}": f"The {place} one." for place in places} | {"None of them": "No, leave it."}


def _same(sentences: Sequence[str], units: Units) -> dict[str, str]:
    """Sentences that say themselves, their distances in the runner's units."""
    shown = {name: f"{miles} miles" if units == "mi" else f"{km} km" for name, (km, miles) in _A_WEEK.items()}
    said = [sentence.format(**shown) for sentence in sentences]
    return dict(zip(said, said, strict=True))


def _moments(plan: Plan, runs: Sequence[Run], today: dt.date) -> Iterator[tuple[str, str]]:
    to_race = (plan.race.date - today).days if plan.race else None
    if to_race == 0:
        yield "It is race day", "My race is today. What should I do before the start?"
    elif to_race is not None and to_race <= RACE_IS_NEAR:
        yield "How do I run the race?", "How should I pace my race?"
        yield "Is the taper right?", "Why am I running less before the race?"
    if missed(plan, runs, today):
        yield "I missed last week", MISSED
    if today - plan.start_date < dt.timedelta(days=FIRST_DAYS):
        yield "Why this plan?", "Why does my plan look like this?"
        yield "I cannot run on a day", "I cannot run on Wednesdays."
    if plan.start_date <= today <= plan.end_date and not plan.on(today):
        yield "Nothing today?", "Why is there nothing planned today?"


def missed(plan: Plan, runs: Sequence[Run], today: dt.date) -> bool:
    """Three runs or more were planned in the last seven days, and none was done."""
    since = today - dt.timedelta(days=MISSED_DAYS)
    planned = [each for each in plan.workouts if each.is_run and since <= each.date < today]
    return len(planned) >= MISSED_RUNS and not any(since <= run.date <= today for run in runs)
