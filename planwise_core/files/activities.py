"""Runs out of what watches and platforms write: FIT, GPX, TCX, CSV, and a zip archive of these (Strava's).

Bytes in, runs out; nothing is written to a disk. Everything here comes from strangers: a file is judged by its content
and not by its name, sizes are checked before anything is unpacked, XML is read as a stream without entities, and
points are counted. A file that cannot be used is told in one sentence and leaves the others alone.
"""

from __future__ import annotations

import datetime as dt
import gzip
import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planwise_core.errors import BadInput
from planwise_core.files.activity import Refused
from planwise_core.files.run_table import MAX_RUNS, table
from planwise_core.files.tracks import tracks
from planwise_core.files.watch import sessions
from planwise_core.training.journal import Run

MAX_BYTES = 10_000_000  # of one file, packed or unpacked
MAX_ARCHIVE = 40_000_000  # of an archive as it comes: ten years of a keen runner
MAX_UNPACKED = 60_000_000  # of an archive together; one member is in memory at a time
MAX_RATIO = 200  # a GPX packs 10 to 20 times, zeros a thousand
MAX_MEMBERS = 5_000


class Gathered(NamedTuple):
    """The runs of some files, and a sentence for each file that gave none."""

    runs: tuple[Run, ...]
    problems: tuple[str, ...]


def gathered(files: Iterable[tuple[str, bytes]], *, timezone: dt.tzinfo) -> Gathered:
    """The runs in these files (name and content), oldest first; dates are those of `timezone`."""
    runs: list[Run] = []
    problems: list[str] = []
    for name, content in files:
        try:
            runs += _runs_of(content, timezone, problems)
        except (Refused, BadInput) as error:
            problems.append(f"{_shown(name)} {error}")
    return Gathered(tuple(sorted(_once(runs), key=lambda run: run.date))[:MAX_RUNS], tuple(problems))


def new_runs(runs: Iterable[Run], there: Iterable[Run]) -> tuple[tuple[Run, ...], int]:
    """Those of `runs` that are not there yet, and how many are: same day, same length within 3 % or 200 m."""
    known: dict[dt.date, list[Run]] = {}
    for run in there:
        known.setdefault(run.date, []).append(run)
    new: list[Run] = []
    count = 0
    for run in runs:
        that_day = known.setdefault(run.date, [])
        if any(is_same(run, other) for other in that_day):
            count += 1
        else:
            new.append(run)
            that_day.append(run)
    return tuple(new), count


def is_same(one: Run, other: Run) -> bool:
    """Two records of one run: a watch and a platform measure a little differently."""
    if one.date != other.date or abs(one.km - other.km) > max(0.03 * other.km, 0.2):
        return False
    if one.minutes is None or other.minutes is None:
        return True
    return abs(one.minutes - other.minutes) <= max(0.05 * other.minutes, 2)


def _once(runs: Iterable[Run]) -> tuple[Run, ...]:
    return new_runs(runs, ())[0]


def _shown(name: str) -> str:
    plain = "".join(letter for letter in name if letter.isprintable())
    return f"'{plain[-60:]}'"


def _runs_of(content: bytes, timezone: dt.tzinfo, problems: list[str]) -> list[Run]:
    if not content.strip():
        raise Refused("is empty.")
    if content.startswith(b"PK\x03\x04"):
        return _archive(content, timezone, problems)
    if content.startswith(b"PK"):
        raise Refused("is an empty archive.")
    runs = _single(_unzipped(content), timezone)
    if not runs:
        raise Refused("has no run in it.")
    return runs


def _single(content: bytes, timezone: dt.tzinfo) -> list[Run]:
    if len(content) > MAX_BYTES:
        raise Refused(f"is bigger than {MAX_BYTES // 1_000_000} MB.")
    if content[8:12] == b".FIT":
        return sessions(content, timezone)
    begin = content[:400].lstrip(b"\xef\xbb\xbf \t\r\n")
    if begin.startswith(b"<"):
        return tracks(content, timezone)
    return table(content, timezone)


def _unzipped(content: bytes) -> bytes:
    """The content of a .gz, which is what archives keep, never more than is allowed."""
    if not content.startswith(b"\x1f\x8b"):
        return content
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as packed:
            return packed.read(MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise Refused("cannot be unpacked.") from error


# --- archives ----------------------------------------------------------------------------------------------------


def _archive(content: bytes, timezone: dt.tzinfo, problems: list[str]) -> list[Run]:
    """The runs in a zip: of its activities.csv, if it is Strava's, else of every activity file in it."""
    if len(content) > MAX_ARCHIVE:
        raise Refused(f"is bigger than {MAX_ARCHIVE // 1_000_000} MB.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = _listed(archive)
            strava = next((each for each in members if each.filename.lower().endswith("activities.csv")), None)
            if strava is not None:
                return table(_read(archive, strava), timezone)
            activities = _checked([each for each in members if _is_activity(each.filename)])
            return list(_of_members(archive, activities, timezone, problems))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error, EOFError, OSError) as error:
        raise Refused("is not an archive that can be read.") from error


def _listed(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    members = [each for each in archive.infolist() if not each.is_dir()]
    if len(members) > MAX_MEMBERS:
        raise Refused(f"holds more than {MAX_MEMBERS} files.")
    return members


def _checked(members: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    """The same, after a look at what they claim to unpack to."""
    if not members:
        raise Refused("has no activity in it: FIT, GPX, TCX and CSV are read.")
    if sum(each.file_size for each in members) > MAX_UNPACKED:
        raise Refused(f"unpacks to more than {MAX_UNPACKED // 1_000_000} MB.")
    if any(each.file_size > 100_000 and each.file_size > MAX_RATIO * max(each.compress_size, 1) for each in members):
        raise Refused("is packed tighter than real activities are.")
    return members


def _is_activity(name: str) -> bool:
    return name.lower().removesuffix(".gz").endswith((".fit", ".gpx", ".tcx", ".csv")) and "__MACOSX" not in name


def _of_members(
    archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], timezone: dt.tzinfo, problems: list[str]
) -> Iterator[Run]:
    for member in members:
        try:
            yield from _single(_unzipped(_read(archive, member)), timezone)
        except (Refused, BadInput) as error:
            problems.append(f"{_shown(member.filename)} {error}")


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    with archive.open(member) as packed:  # what a member claims may be a lie: read no more than allowed
        content = packed.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise Refused(f"is bigger than {MAX_BYTES // 1_000_000} MB.")
    return content
