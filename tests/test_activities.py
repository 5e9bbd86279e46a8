"""Activity files: honest ones become runs, hostile ones one sentence, and nothing is half read."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from planwise_core.files import activities, activity
from planwise_core.files.activities import gathered, new_runs
from planwise_core.training.journal import Run
from tests.houses import HALF, house

BERLIN = ZoneInfo("Europe/Berlin")
START = dt.datetime(2026, 11, 21, 23, 30, tzinfo=dt.UTC)  # the 22nd in Berlin
FIT_EPOCH = dt.datetime(1989, 12, 31, tzinfo=dt.UTC)


# --- honest files, made here


def gpx(points: int = 61, *, sport: str = "running", step_s: int = 10, start: dt.datetime = START) -> bytes:
    """Due north at 2.78 m/s: 27.8 m (0.00025 degrees) every ten seconds."""
    track = "".join(
        f'<trkpt lat="{52 + 0.00025 * at:.6f}" lon="13.4"><ele>40</ele>'
        f"<time>{(start + dt.timedelta(seconds=step_s * at)).isoformat().replace('+00:00', 'Z')}</time>"
        "<extensions><g:TrackPointExtension><g:hr>150</g:hr></g:TrackPointExtension></extensions></trkpt>"
        for at in range(points)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1" '
        'xmlns:g="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">'
        f"<trk><name>Evening run</name><type>{sport}</type><trkseg>{track}</trkseg></trk></gpx>"
    ).encode()


def tcx(sport: str = "Running") -> bytes:
    lap = (
        "<Lap StartTime='2026-11-21T23:30:00Z'><TotalTimeSeconds>1500</TotalTimeSeconds>"
        "<DistanceMeters>4000</DistanceMeters><AverageHeartRateBpm><Value>144</Value></AverageHeartRateBpm>"
        "<Track><Trackpoint><DistanceMeters>10</DistanceMeters></Trackpoint></Track></Lap>"
    )
    return (
        '<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"><Activities>'
        f'<Activity Sport="{sport}"><Id>2026-11-21T23:30:00Z</Id>{lap * 2}</Activity></Activities>'
        "</TrainingCenterDatabase>"
    ).encode()


def fit(sport: int = 1, km: float = 8.0) -> bytes:
    """A FIT file by the protocol's book: header, a definition and a session message, checksum."""
    fields = ((253, 4, 0x86), (2, 4, 0x86), (5, 1, 0x00), (7, 4, 0x86), (8, 4, 0x86), (9, 4, 0x86), (16, 1, 0x02))
    begun = int((START - FIT_EPOCH).total_seconds())
    definition = struct.pack("<BBBHB", 0x40, 0, 0, 18, len(fields)) + b"".join(bytes(field) for field in fields)
    session = struct.pack("<BIIBIIIB", 0, begun, begun, sport, 3_000_000, 2_880_000, round(km * 100_000), 148)
    body = definition + session
    head = struct.pack("<BBHI4s", 14, 0x10, 2132, len(body), b".FIT")
    whole = head + struct.pack("<H", checksum(head)) + body
    return whole + struct.pack("<H", checksum(whole))


def checksum(content: bytes) -> int:
    """The CRC-16 of the FIT protocol."""
    table = (0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401,
             0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400)  # fmt: skip
    crc = 0
    for byte in content:
        for half in (byte & 0xF, byte >> 4):
            crc = (crc >> 4) ^ table[crc & 0xF] ^ table[half]
    return crc


def zipped(**files: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return packed.getvalue()


CSV = b"date,km,minutes,effort,name\n2026-11-22,8.0,48,4,Easy\n2026-11-20,10,,,\n"
STRAVA = (
    b"Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance,Average Heart Rate,Moving Time,"
    b'Distance\n1,"Nov 21, 2026, 11:30:00 PM",Night run,Run,3000,8.00,148.4,2880,8000.0\n'
    b'2,"Nov 20, 2026, 9:00:00 AM",Ride,Ride,3000,30.00,,2880,30000.0\n'
)


def read(content: bytes, name: str = "file") -> activities.Gathered:
    return gathered([(name, content)], timezone=BERLIN)


def test_a_gpx_is_one_run_with_its_length_time_and_heart_rate() -> None:
    (run,), problems = read(gpx())

    assert problems == ()
    assert (run.date, run.minutes, run.avg_hr, run.name) == (dt.date(2026, 11, 22), 10.0, 150, "Evening run")
    assert run.km == pytest.approx(1.668, abs=0.005)  # 60 steps of 0.00025 degrees, 111.195 km each


def test_a_tcx_is_its_laps_together() -> None:
    (run,), _ = read(tcx())

    assert run == Run(date=dt.date(2026, 11, 22), km=8, minutes=50, avg_hr=144)


def test_a_fit_is_its_session() -> None:
    (run,), _ = read(fit())

    assert run == Run(date=dt.date(2026, 11, 22), km=8, minutes=48, avg_hr=148)


@pytest.mark.parametrize(
    ("content", "km"),
    [
        (CSV, [10, 8]),
        (CSV.replace(b",", b";").replace(b"8.0", b"8,0"), [10, 8]),
        (b"Day,Miles,Time\n22.11.2026,5,45:00\n", [8.05]),
        (b"\xef\xbb\xbfdate,distance (km)\n2026-11-22,8\n\n", [8]),
    ],
)
def test_a_table_is_read_by_the_names_of_its_columns(content: bytes, km: list[float]) -> None:
    runs, problems = read(content)

    assert problems == ()
    assert [run.km for run in runs] == km


def test_a_strava_archive_is_its_list_without_other_sports() -> None:
    (run,), problems = read(zipped(export__activities_dot_csv=STRAVA, export__activities__1_dot_fit=b"broken"))

    assert problems == ()
    assert run == Run(date=dt.date(2026, 11, 22), km=8, minutes=48, avg_hr=148, name="Night run")


def test_an_archive_of_activities_tells_of_the_bad_ones_and_keeps_the_good() -> None:
    later = gpx(start=START + dt.timedelta(days=1))
    runs, problems = read(
        zipped(a_dot_gpx=gpx(), b_dot_gpx_dot_gz=gzip.compress(later), c_dot_fit=b"\x0e\x10aaaaaa.FIT", d_dot_txt=b"x")
    )

    assert [run.date.day for run in runs] == [22, 23]
    assert problems == ("'c.fit' is damaged: it is not a whole FIT file.",)


def test_the_same_run_from_two_places_counts_once() -> None:
    runs, _ = gathered([("a.fit", fit()), ("b.csv", b"date,km,minutes\n2026-11-22,8.1,48\n")], timezone=BERLIN)
    new, known = new_runs(runs, [Run(date=dt.date(2026, 11, 22), km=7.9)])

    assert len(runs) == 1
    assert (new, known) == ((), 1)


def test_two_runs_of_one_day_are_two() -> None:
    runs, _ = read(b"date,km,minutes\n2026-11-22,8,48\n2026-11-22,5,30\n2026-11-22,8,60\n")

    assert len(runs) == 3


# --- hostile and broken files


def billion_laughs() -> bytes:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE gpx [<!ENTITY l0 "lol">{entities}]><gpx><name>&l9;</name></gpx>'.encode()


def quadratic() -> bytes:
    return f'<!DOCTYPE gpx [<!ENTITY a "{"a" * 50_000}">]><gpx><name>{"&a;" * 50_000}</name></gpx>'.encode()


XXE = b'<!DOCTYPE gpx [<!ENTITY x SYSTEM "file:///etc/passwd">]><gpx><trk><name>&x;</name></trk></gpx>'


def gzip_bomb() -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join(packer.compress(bytes(1_000_000)) for _ in range(200)) + packer.flush()


def lying_zip() -> bytes:
    """A bomb whose table of contents says that it is small."""
    content = bytearray(zipped(a_dot_gpx=bytes(30_000_000)))
    at = content.rindex(b"PK\x01\x02")
    content[at + 24 : at + 28] = struct.pack("<I", 1000)
    return bytes(content)


def many_points() -> bytes:
    head, tail = gpx(1).split(b"<trkpt", 1)
    tail = b"<trkpt" + tail
    point, end = tail.split(b"</trkpt>", 1)
    small = b'<trkpt lat="1" lon="1"/>'
    return head + small * (activity.MAX_POINTS + 1) + point + b"</trkpt>" + end


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "empty"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "kind"),
    "a program": (lambda: b"\x7fELF" + bytes(100), "kind"),
    "plain words": (lambda: b"hello world", "names"),
    "billion laughs": (billion_laughs, "damaged"),
    "quadratic blow-up": (quadratic, "damaged"),
    "an entity that reads a file": (XXE.__bytes__, "damaged"),
    "half a GPX": (lambda: gpx()[:1500], "damaged"),
    "another XML": (lambda: b"<html><body>hi</body></html>", "neither GPX nor TCX"),
    "a route": (lambda: gpx().replace(b"time>", b"tide>"), "route"),
    "a ride": (lambda: gpx(sport="cycling"), "cycling"),
    "a ride by TCX": (lambda: tcx("Biking"), "no run"),
    "off the earth": (lambda: gpx().replace(b'lat="52.000000"', b'lat="999"'), "damaged"),
    "nowhere": (lambda: gpx().replace(b'lat="52.000000"', b'lat="nan"'), "damaged"),
    "too many points": (many_points, "more than 100000 points"),
    "faster than light": (lambda: tcx().replace(b">4000<", b">4e9<"), "no run can be"),
    "a run without end": (lambda: tcx().replace(b">1500<", b">inf<"), "no run can be"),
    "half a FIT": (lambda: fit()[:-9], "damaged"),
    "a FIT with a wrong checksum": (lambda: fit()[:-1] + b"\x00", "damaged"),
    "a FIT that is a ride": (lambda: fit(sport=2), "cycling"),
    "an empty zip": (lambda: zipped(), "empty"),
    "half a zip": (lambda: zipped(a_dot_gpx=gpx())[:-30], "archive"),
    "a zip of other things": (lambda: zipped(a_dot_txt=b"x"), "no activity"),
    "a zip bomb": (lambda: zipped(a_dot_gpx=bytes(50_000_000)), "tighter"),
    "many zip bombs": (lambda: zipped(**{f"{n}_dot_gpx": bytes(9_900_000) for n in range(8)}), "unpacks to more"),
    "a lying zip bomb": (lying_zip, "archive|bigger"),
    "a zip of too many": (lambda: zipped(**{f"{n}_dot_gpx": b"" for n in range(5_001)}), "more than 5000"),
    "a gzip bomb": (gzip_bomb, "bigger than 10 MB"),
    "half a gzip": (lambda: gzip.compress(gpx())[:-20], "unpacked"),
    "too big": (lambda: b"date,km\n" + b"2026-11-22,8\n" * 800_000, "bigger than 10 MB"),
    "too long a table": (lambda: b"date,km\n" + b"2026-11-22,8\n" * 5_002, "more than 5000 lines"),
    "a table with a wrong day": (lambda: b"date,km\n2026-11-22,8\nyesterday,8\n", "line 3"),
    "a table with a negative run": (lambda: b"date,km\n2026-11-22,-8\n", "line 2"),
    "a table with no number": (lambda: b"date,km\n2026-11-22,nan\n", "line 2"),
    "a table with a huge cell": (lambda: b"date,km,name\n2026-11-22,8," + b"x" * 200_000, "table"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_cannot_be_used_is_one_sentence_that_names_it(name: str) -> None:
    make, why = HOSTILE[name]

    runs, problems = read(make(), "my file.gpx")

    assert runs == ()
    assert len(problems) == 1, problems
    assert problems[0].startswith("'my file.gpx' ") or "'a.gpx'" in problems[0]
    assert any(word in problems[0] for word in why.split("|")), problems[0]
    assert problems[0].endswith(".")


def test_names_with_paths_and_control_letters_are_only_words() -> None:
    _, problems = read(b"", "../../etc/\x1b[31m<b>passwd\n")

    assert problems[0].startswith("'../../etc/[31m<b>passwd' ")


# --- through the house


def test_an_import_answers_workouts_and_is_recognised_the_second_time(tmp_path: Path) -> None:
    with house(tmp_path, now=dt.datetime(2026, 11, 30, 12, tzinfo=dt.UTC)) as planwise:
        planwise.talk("anna", HALF)
    with house(tmp_path, now=dt.datetime(2026, 12, 6, 20, tzinfo=dt.UTC)) as planwise:
        current = planwise.current("anna")
        assert current is not None
        first = current.plan.workouts[0]
        table = f"date,km,minutes\n{first.date},{first.km},50\n2026-12-24,10,60\n".encode()

        imported = planwise.import_runs("anna", [("runs.csv", table), ("bad.fit", b"\x0e\x10aaaaaa.FIT")])
        again = planwise.import_runs("anna", [("runs.csv", table)])

        assert [run.workout for run in imported.added] == [first.id]
        assert planwise.moment("anna").done == {first.id}
        assert (again.added, again.known) == ((), 1)
        assert "'bad.fit'" in imported.problems[0]
        assert "future" in imported.problems[1]
        progress = planwise.progress("anna")
        assert progress is not None
        assert progress.weeks[0].done == 1


def test_runs_without_a_plan_are_kept(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.import_runs("anna", [("a.fit", fit())])

        assert [run.km for run in planwise.runs("anna")] == [8]
        assert planwise.progress("anna") is None
