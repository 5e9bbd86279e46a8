"""Dates as runners say them, on Wednesday 25 November 2026."""

from __future__ import annotations

import datetime as dt

import pytest

from planwise_core.coach.offline.dates import length_days, read
from planwise_core.coach.offline.language import normalise
from planwise_core.coach.offline.when import Calendar

TODAY = dt.date(2026, 11, 25)
HERE = Calendar(TODAY, start=dt.date(2026, 11, 2))


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("18 April", "2027-04-18", None),
        ("April 18th", "2027-04-18", None),
        ("the 18th of April 2028", "2028-04-18", None),
        ("Sunday 18 April", "2027-04-18", None),
        ("4/18", "2027-04-18", None),
        ("18.4.", "2027-04-18", None),
        ("2027-04-18", "2027-04-18", None),
        ("in 12 weeks", "2027-02-17", None),
        ("in twelve weeks' time", "2027-02-17", None),
        ("the first of december", "2026-12-01", None),
        ("the coming fortnight", "2026-11-30", "2026-12-13"),
        ("in a month", "2026-12-25", None),
        ("today", "2026-11-25", None),
        ("tomorow", "2026-11-26", None),
        ("the day after tomorrow", "2026-11-27", None),
        ("yesterday", "2026-11-24", None),
        ("on friday", "2026-11-27", None),
        ("thurday", "2026-11-26", None),
        ("next friday", "2026-12-04", None),
        ("tuesday next week", "2026-12-01", None),
        ("friday of week 6", "2026-12-11", None),
        ("last sunday", "2026-11-22", None),
        ("the 14th", "2026-12-14", None),
        ("the 30th", "2026-11-30", None),
        ("the first sunday of december", "2026-12-06", None),
        ("last saturday in march", "2027-03-27", None),
        ("christmas eve", "2026-12-24", None),
        ("early may, the 2nd", "2027-05-02", None),
        ("next week monday to thursday", "2026-11-30", "2026-12-03"),
        ("from 2026-11-30 to 2026-12-13", "2026-11-30", "2026-12-13"),
        ("this week", "2026-11-25", "2026-11-29"),
        ("next week", "2026-11-30", "2026-12-06"),
        ("the week after next", "2026-12-07", "2026-12-13"),
        ("week 7", "2026-12-14", "2026-12-20"),
        ("weeks 7 to 9", "2026-12-14", "2027-01-03"),
        ("the weekend", "2026-11-28", "2026-11-29"),
        ("from the 3rd to the 9th", "2026-12-03", "2026-12-09"),
        ("24th to 27th of December", "2026-12-24", "2026-12-27"),
        ("Dec 28 to Jan 3", "2026-12-28", "2027-01-03"),
        ("16-23 january", "2027-01-16", "2027-01-23"),
        ("from monday until thursday", "2026-11-30", "2026-12-03"),
        ("from tomorrow until sunday", "2026-11-26", "2026-11-29"),
        ("first week of january", "2027-01-04", "2027-01-10"),
    ],
)
def test_a_mention_of_time_is_read(said: str, first: str, last: str | None) -> None:
    (when,) = read(normalise(said), HERE)

    assert when.is_known
    assert (str(when.first), str(when.last)) == (first, last or first)


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("we fly on the 22nd and come home on the 28th", ["2026-12-22", "2026-12-28"]),
        ("home on the 28th, leaving the 22nd", ["2026-12-28", "2026-12-22"]),
        ("back on the 15th, leaving on the 5th of january", ["2027-01-15", "2027-01-05"]),
        ("20 kilometres in a week", []),
    ],
)
def test_of_two_bare_days_the_return_is_the_later(said: str, days: list[str]) -> None:
    assert [str(when.first) for when in read(normalise(said), HERE)] == days


@pytest.mark.parametrize(
    ("said", "kind"),
    [("4/5", "unclear"), ("in spring", "vague"), ("beginning of may", "vague"), ("18 april 2025", "past")],
)
def test_what_names_no_single_day_says_so(said: str, kind: str) -> None:
    (when,) = read(normalise(said), HERE)

    assert when.kind == kind


def test_who_runs_miles_writes_the_month_first() -> None:
    (when,) = read("4/5", Calendar(TODAY, month_first=True))

    assert when.first == dt.date(2027, 4, 5)


@pytest.mark.parametrize(
    "said",
    [
        "13.1 miles",
        "I may run",
        "5 km",
        "25 to 30 km",
        "sub 3:30",
        "10k",
        "24/7",
        "about 3.5 km",
        "30 february",
        "half",
    ],
)
def test_numbers_of_running_are_no_dates(said: str) -> None:
    assert not [when for when in read(normalise(said), HERE) if when.is_known]


@pytest.mark.parametrize(
    ("said", "days"), [("for a week", 7), ("for 10 days", 10), ("2 weeks off", 14), ("soon", None)]
)
def test_a_length_is_read_in_days(said: str, days: int | None) -> None:
    assert length_days(said) == days
