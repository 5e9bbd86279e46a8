"""CSV: runs as a table, one a row; a spreadsheet of one's own, or the list in a Strava archive."""

from __future__ import annotations

import contextlib
import csv
import datetime as dt
import io
from collections.abc import Iterator, Mapping

from pydantic import ValidationError

from planwise_core.errors import BadInput
from planwise_core.files.activity import RUNNING, Refused
from planwise_core.training.journal import Run
from planwise_core.training.values import KM_PER_MILE, duration_s

MAX_RUNS = 5_000
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "date": ("date", "activity date", "day", "start time", "datum"),
    "km": ("distance (km)", "km", "kilometers", "kilometres", "distance"),
    "mi": ("distance (mi)", "mi", "miles"),
    "minutes": ("minutes", "duration (min)", "min"),
    "time": ("moving time", "elapsed time", "time", "duration"),
    "hr": ("average heart rate", "avg hr", "average hr", "hr"),
    "effort": ("effort", "rpe", "perceived exertion"),
    "name": ("activity name", "name", "title"),
    "sport": ("activity type", "type", "sport"),
}
_DATES = ("%d.%m.%Y", "%d %b %Y")
_STRAVA = ("%b %d, %Y, %I:%M:%S %p", "%d %b %Y, %H:%M:%S")  # in UTC, by the locale of the account


def table(content: bytes, timezone: dt.tzinfo) -> list[Run]:
    """One run per row. A column of days and one of distance are needed; other sports are left out."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused("is not a file of a kind that is read here: FIT, GPX, TCX, CSV or a zip of these.") from error
    if "\0" in text:
        raise Refused("is not a file of a kind that is read here: FIT, GPX, TCX, CSV or a zip of these.")
    head = text.split("\n", 1)[0]
    rows = csv.reader(io.StringIO(text), delimiter=max(",;\t", key=head.count))
    try:
        names = [name.strip().lower() for name in next(rows, [])]
        at = {
            field: names.index(name) for field, known in _COLUMNS.items() for name in reversed(known) if name in names
        }
        if "date" not in at or not {"km", "mi"} & at.keys():
            raise Refused("needs a line of names with a date and a distance, such as: date,km,minutes.")
        return list(_rows(rows, at, timezone))
    except csv.Error as error:
        raise Refused("cannot be read as a table.") from error


def _rows(rows: Iterator[list[str]], at: Mapping[str, int], timezone: dt.tzinfo) -> Iterator[Run]:
    for number, row in enumerate(rows, 2):
        if number > MAX_RUNS + 1:
            raise Refused(f"has more than {MAX_RUNS} lines.")
        cells = {field: row[index].strip() for field, index in at.items() if index < len(row)}
        sport = cells.get("sport", "").lower()
        if not any(cells.values()) or (sport and sport not in RUNNING):
            continue
        try:
            yield _row(cells, timezone)
        except (ValueError, BadInput, ValidationError) as error:
            raise Refused(f"cannot be read in line {number}: a day, a distance or a time is wrong there.") from error


def _row(cells: Mapping[str, str], timezone: dt.tzinfo) -> Run:
    def number(field: str) -> float | None:
        return float(cells[field].replace(",", ".")) if cells.get(field) else None

    miles = number("mi") if "km" not in cells else None
    km = miles * KM_PER_MILE if miles is not None else number("km")
    if km is None:
        raise ValueError("no distance")
    minutes, heart, effort = number("minutes"), number("hr"), number("effort")
    if minutes is None and (time := cells.get("time")):
        minutes = (float(time) if time.replace(".", "", 1).isdigit() else duration_s(time)) / 60
    return Run(
        date=_day(cells["date"], timezone),
        km=round(km, 2),
        minutes=None if minutes is None else round(minutes, 1),
        effort=round(effort) if effort and 1 <= effort <= 10 else None,
        avg_hr=round(heart) if heart and 30 <= heart <= 250 else None,
        name=cells.get("name", "")[:120],
    )


def _day(text: str, timezone: dt.tzinfo) -> dt.date:
    with contextlib.suppress(ValueError):
        return dt.date.fromisoformat(text[:10])
    for form in (*_DATES, *_STRAVA):
        with contextlib.suppress(ValueError):
            moment = dt.datetime.strptime(text, form).replace(tzinfo=dt.UTC)
            return moment.astimezone(timezone).date() if form in _STRAVA else moment.date()
    raise ValueError(f"no day in {text[:20]}")
