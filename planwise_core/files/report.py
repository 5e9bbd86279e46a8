"""Pages to mail and to print: two versions side by side, and a whole plan. HTML that needs nothing but itself."""

from __future__ import annotations

import datetime as dt
import zoneinfo
from collections.abc import Iterator, Sequence

from planwise_core.files.markup import Bar, Html, bars, figures, listed, page, table, tag, together
from planwise_core.training.checks import Finding
from planwise_core.training.paces import Paces
from planwise_core.training.plan import Plan, Repeat, Step, StepKind, Workout, long_run_km, week_km, weekly_km
from planwise_core.training.race import RaceStrategy, fuel_words
from planwise_core.training.values import (
    KM_PER_MILE,
    Units,
    shown_clock,
    shown_day,
    shown_distance,
    shown_duration,
    shown_pace,
)
from planwise_core.training.versions import Comparison, Difference, Version
from planwise_core.training.workouts import HARD, LONG

KINDS = (("easy", "var(--easy)"), ("long", "var(--long)"), ("hard", "var(--hard)"))
_STEPS: dict[StepKind, str] = {
    "warmup": "warm up", "active": "run", "interval": "run", "recovery": "recover", "rest": "rest",
    "cooldown": "cool down",
}  # fmt: skip


# --- two versions


def comparison(
    a: Version,
    b: Version,
    compared: Comparison,
    findings: tuple[Sequence[Finding], Sequence[Finding]],
    units: Units = "km",
    locale: str | None = None,
    timezone: str = "UTC",
) -> bytes:
    """Versions `a` and `b` of a plan, how they differ and what the checks say of each; dates as in `locale`, of
    `timezone`."""
    title = f"{b.plan.goal}: version {a.number} and version {b.number}"
    changes = [_difference(each, units, locale) for each in compared.differences]
    return page(
        title,
        tag("h1", title),
        together(_about(each, locale, timezone) for each in (a, b)),
        figures(_figures(a.plan, b.plan, compared, units)),
        tag("h2", "Week by week"),
        _weeks_chart(compared, units, locale),
        tag("p", "Wide: before. Narrow: after. Lines: the longest run, dotted before.", class_="soft"),
        tag("h2", "What changes"),
        table(("When", "What", "Workout", "How", units), changes, numbers=(4,))
        if changes
        else tag("p", "No workout differs."),
        tag("h2", "How hard the running is"),
        table(
            ("", "easy", "long", "hard"),
            [(f"Version {each.number}", *_shares(each.plan)) for each in (a, b)],
            numbers=(1, 2, 3),
        ),
        tag("h2", "What the safety checks say"),
        together(_findings(each.number, found) for each, found in zip((a, b), findings, strict=True)),
        tag("h2", "The weeks in numbers"),
        _weeks_table(compared, units, locale),
    )


def _about(version: Version, locale: str | None, timezone: str) -> Html:
    who = {"coach": "the coach", "runner": "the runner", "house": "PlanWise"}[version.author]
    cause = f": “{version.cause}”" if version.cause else ""
    day = _day(version.created_at.astimezone(zoneinfo.ZoneInfo(timezone)).date(), locale)
    return tag("p", tag("b", f"Version {version.number}"), f" of {day}, by {who}{cause}")


def _figures(before: Plan, after: Plan, compared: Comparison, units: Units) -> Iterator[tuple[str, str, str]]:
    for name, was, now in (
        ("Whole plan", sum(weekly_km(before)), sum(weekly_km(after))),
        ("Peak week", max(weekly_km(before)), max(weekly_km(after))),
        ("Longest run", long_run_km(before.workouts), long_run_km(after.workouts)),
    ):
        yield name, shown_distance(now, units), "the same" if abs(now - was) < 0.05 else _delta(now - was, units)
    kinds = ((compared.count(kind), kind) for kind in ("moved", "changed", "added", "dropped"))
    told = ", ".join(f"{count} {kind}" for count, kind in kinds if count)
    yield "Changes", str(len(compared.differences)), told or "none"


def _weeks_chart(compared: Comparison, units: Units, locale: str | None) -> Html:
    places = []
    for week in compared.weeks:
        was, now = week.km_before or 0.0, week.km_after or 0.0
        colour = "var(--now)" if abs(now - was) < 0.05 else "var(--more)" if now > was else "var(--less)"
        said = f"Week of {_day(week.monday, locale)}: {shown_distance(was, units)}, then {shown_distance(now, units)}"
        places.append(
            Bar(
                shown_day(week.monday, locale, weekday=False),
                ((_in(now, units), colour),),
                said,
                behind=_in(was, units),
            )
        )
    long_runs = [
        ([None if km is None else _in(km, units) for km in values], dash)
        for values, dash in (
            ([week.long_before for week in compared.weeks], "2 3"),
            ([week.long_after for week in compared.weeks], "none"),
        )
    ]
    return bars(places, f"{units} a week before and after", lines=long_runs)


def _weeks_table(compared: Comparison, units: Units, locale: str | None) -> Html:
    def shown(km: float | None) -> str:
        return "" if km is None else shown_distance(km, units)

    rows = [
        (
            _day(week.monday, locale),
            shown(week.km_before),
            shown(week.km_after),
            _delta((week.km_after or 0) - (week.km_before or 0), units),
            shown(week.long_before),
            shown(week.long_after),
        )
        for week in compared.weeks
    ]
    head = ("Week of", "Before", "After", "Change", "Long run before", "Long run after")
    return table(head, rows, numbers=(1, 2, 3, 4, 5))


def _difference(each: Difference, units: Units, locale: str | None) -> tuple[str, ...]:
    was, now = each.before, each.after
    how: list[str] = []
    if was and now:
        if was.date != now.date:
            how.append(f"from {_day(was.date, locale)} to {_day(now.date, locale)}")
        if was.title != now.title:
            how.append(f"was {was.title}")
        if _size(was, units) != _size(now, units):
            how.append(f"{_size(was, units)} → {_size(now, units)}")
    else:
        how += [_size(only, units) for only in (was, now) if only]
    title = next((end.title for end in (now, was) if end), "")
    delta = _delta(each.km_delta, units) if abs(each.km_delta) >= 0.05 else ""
    return _day(each.date, locale), each.kind, title, "; ".join(how), delta


def _findings(number: int, found: Sequence[Finding]) -> Html:
    head = tag("h3", f"Version {number}")
    if not found:
        return together((head, tag("p", "Nothing to object to.")))
    words = {"error": "Serious", "warning": "Warning", "info": "Note"}
    lines = (
        together(
            (
                tag("b", words[each.severity]),
                f"{_where(each)}: {each.message} {each.advice} ",
                tag("span", f"({each.rule}: {each.source})", class_="soft"),
            )
        )
        for each in found
    )
    return together((head, listed(lines)))


def _where(each: Finding) -> str:
    return f", week {each.week}" if each.week and not each.names_its_week else ""


def _shares(plan: Plan) -> tuple[str, ...]:
    sums = _by_kind(plan.workouts)
    total = sum(sums.values()) or 1.0
    return tuple(f"{100 * sums[kind] / total:.0f} %" for kind, _ in KINDS)


# --- a whole plan


def plan(
    shown: Plan,
    *,
    paces: Paces | None = None,
    strategy: RaceStrategy | None = None,
    units: Units = "km",
    locale: str | None = None,
    day: dt.date,
) -> bytes:
    """A plan to hang on the fridge: weeks, workouts with their steps, training paces and race day. `day`: of print."""
    race = f"Race on {_day(shown.race.date, locale)}. " if shown.race else ""
    return page(
        shown.goal,
        tag("h1", shown.goal),
        tag(
            "p",
            f"{race}{len(shown.weeks)} weeks from {_day(shown.start_date, locale)}. Printed on {_day(day, locale)}.",
        ),
        _plan_chart(shown, units),
        tag("p", "Each bar from below: easy, long and hard running. Line: the longest run of the week.", class_="soft"),
        _paces(paces, units) if paces else "",
        *(_week(shown, number, units, locale) for number in range(1, len(shown.weeks) + 1)),
        race_day(strategy, units) if strategy else "",
    )


def _plan_chart(shown: Plan, units: Units) -> Html:
    places = []
    for number, week in enumerate(shown.by_week, 1):
        sums = _by_kind(week)
        said = f"Week {number}, {shown.weeks[number - 1].phase}: {shown_distance(week_km(week), units)}"
        places.append(Bar(str(number), tuple((_in(sums[kind], units), colour) for kind, colour in KINDS), said))
    longest = [_in(long_run_km(week), units) for week in shown.by_week]
    return bars(places, f"{units} a week by week number", lines=[(longest, "4 3")])


def _paces(known: Paces, units: Units) -> Html:
    names = {"E": "Easy and long", "M": "Marathon pace", "T": "Threshold", "I": "Intervals", "R": "Repetitions"}
    rows = [(names[zone], pace) for zone, pace in known.shown(units).items()]
    return tag("section", tag("h2", "Your paces"), table(("For", "Pace"), rows))


def _week(shown: Plan, number: int, units: Units, locale: str | None) -> Html:
    week, workouts = shown.weeks[number - 1], shown.by_week[number - 1]
    focus = f" · {week.focus}" if week.focus else ""
    head = f"Week {number} · {week.phase} · {shown_distance(week_km(workouts), units)}"
    rows = [
        (
            "☐",
            tag("span", shown_day(each.date, locale), class_="d"),
            each.title,
            tag("span", _size(each, units), class_="d"),
            _how(each, units),
        )
        for each in workouts
    ]
    body = table(("", "Day", "Workout", "Size", "How"), rows) if rows else tag("p", "No running this week.")
    return tag("section", tag("h3", head, tag("span", focus, class_="soft")), body)


def race_day(strategy: RaceStrategy, units: Units) -> Html:
    """Race day as a section: splits, warm-up, fuel, the last weeks."""
    rows = [
        (
            shown_distance(each.end_km, units),
            shown_pace(each.pace_s_per_km, units),
            shown_clock(each.clock_s),
            f"+{each.gain_m:.0f} / −{each.loss_m:.0f} m" if each.gain_m or each.loss_m else "",
            each.note,
        )
        for each in strategy.segments
    ]
    return tag(
        "section",
        tag("h2", f"Race day: {shown_clock(strategy.aim_s)}"),
        listed((strategy.warm_up, *fuel_words(strategy), *strategy.taper, *strategy.notes)),
        table(("At", "Pace", "Clock", "Height", ""), rows, numbers=(0, 1, 2)),
    )


# --- words and numbers


def _by_kind(workouts: Sequence[Workout]) -> dict[str, float]:
    sums = dict.fromkeys((kind for kind, _ in KINDS), 0.0)
    for each in workouts:
        sums["hard" if each.type in HARD and each.type not in LONG else "long" if each.type in LONG else "easy"] += (
            each.run_km
        )
    return sums


def _how(each: Workout, units: Units) -> str:
    """The steps as one sentence, and what there is to say."""
    steps = "; ".join(_item(part, units) for part in each.steps)
    return " ".join(filter(None, [steps and f"{steps[0].upper()}{steps[1:]}.", each.notes]))


def _item(part: Step | Repeat, units: Units) -> str:
    if isinstance(part, Repeat):
        return f"{part.count} × ({', '.join(_step(step, units) for step in part.steps)})"
    return _step(part, units)


def _step(step: Step, units: Units) -> str:
    words = [_STEPS[step.kind]]
    if step.metres:
        words.append(f"{step.metres} m" if step.metres < 1000 else shown_distance(step.metres / 1000, units))
    if step.seconds:
        words.append(shown_duration(step.seconds))
    if step.pace:
        fast, slow = (shown_pace(pace, units) for pace in step.pace)
        words.append(f"at {slow}" if fast == slow else f"at {fast.split(' ')[0]}–{slow}")
    return " ".join(words) + (f" ({step.note})" if step.note else "")


def _size(each: Workout, units: Units) -> str:
    return shown_distance(each.km, units) if each.km is not None else shown_duration(60 * (each.minutes or 0))


def _in(km: float, units: Units) -> float:
    return km if units == "km" else km / KM_PER_MILE


def _delta(km: float, units: Units) -> str:
    return ("+" if km > 0 else "−" if km < 0 else "±") + shown_distance(abs(km), units)


def _day(day: dt.date, locale: str | None) -> str:
    return shown_day(day, locale, year=True)
