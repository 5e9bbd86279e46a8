"""GPX and TCX: tracks as XML, read as a stream without entities."""

from __future__ import annotations

import datetime as dt
import io
import math
from collections.abc import Iterator
from typing import Any

from planwise_core.files.activity import RUNNING, Refused, counted, run_of
from planwise_core.training.journal import Run

EARTH_KM = 6371.0088  # mean radius, IUGG


def tracks(content: bytes, timezone: dt.tzinfo) -> list[Run]:
    from defusedxml import ElementTree
    from defusedxml.common import DefusedXmlException

    try:
        events = ElementTree.iterparse(io.BytesIO(content), events=("start", "end"))
        _, root = next(events)
        kind = _tag(root)
        if kind == "gpx":
            return _gpx(events, root, timezone)
        if kind == "TrainingCenterDatabase":
            return _tcx(events, root, timezone)
    except (ElementTree.ParseError, DefusedXmlException, StopIteration, ValueError, LookupError) as error:
        raise Refused("is damaged, or not what its name says.") from error
    raise Refused("is neither GPX nor TCX.")


def _tag(element: Any) -> str:
    return str(element.tag).rsplit("}", 1)[-1]


def _gpx(events: Iterator[tuple[str, Any]], root: Any, timezone: dt.tzinfo) -> list[Run]:
    """One run of all tracks: length over the ground, time from the first point to the last."""
    km, points, hearts = 0.0, 0, _Mean()
    last: tuple[float, float] | None = None
    first_time = last_time = None
    name = sport = ""
    for event, element in events:
        tag = _tag(element)
        if event == "start":
            last = None if tag == "trkseg" else last
            continue
        if tag == "trkpt":
            points = counted(points)
            here = (float(element.get("lat")), float(element.get("lon")))
            if not (abs(here[0]) <= 90 and abs(here[1]) <= 180):
                raise ValueError("not on this earth")
            km += _apart_km(last, here) if last else 0.0
            last = here
            for child in element.iter():
                if _tag(child) == "time":
                    last_time = _moment(child.text)
                    first_time = first_time or last_time
                elif _tag(child) == "hr":
                    hearts.add(float(child.text))
            root.clear()
            element.clear()
        elif tag == "name" and not points:
            name = (element.text or "")[:120]
        elif tag == "type":
            sport = (element.text or "").lower()
    if sport and sport not in RUNNING and not sport.isdigit():
        raise Refused(f"is {sport[:30]}, not running.")
    if first_time is None or last_time is None or not points:
        raise Refused("has no time in it: a route is not a run.")
    return [run_of(first_time, km, (last_time - first_time).total_seconds(), hearts.mean, name, timezone)]


def _tcx(events: Iterator[tuple[str, Any]], root: Any, timezone: dt.tzinfo) -> list[Run]:
    """One run per activity: its laps together."""
    runs: list[Run] = []
    points, km, seconds, hearts = 0, 0.0, 0.0, _Mean()
    begun: dt.datetime | None = None
    for event, element in events:
        tag = _tag(element)
        if event == "start":
            if tag == "Activity":
                km, seconds, hearts, begun = 0.0, 0.0, _Mean(), None
            continue
        if tag == "Trackpoint":
            points = counted(points)
            element.clear()
        elif tag == "Id" and begun is None:
            begun = _moment(element.text)
        elif tag == "Lap":
            lap = {_tag(child): child for child in element}
            lap_s = float(lap["TotalTimeSeconds"].text)
            seconds += lap_s
            km += float(lap["DistanceMeters"].text) / 1000
            if "AverageHeartRateBpm" in lap:
                hearts.add(float("".join(lap["AverageHeartRateBpm"].itertext()).strip()), lap_s)
            element.clear()
        elif tag == "Activity":
            if element.get("Sport", "").lower() in RUNNING | {"other"} and begun is not None:
                runs.append(run_of(begun, km, seconds, hearts.mean, "", timezone))
            root.clear()
    return runs


class _Mean:
    """A weighted mean as it grows."""

    def __init__(self) -> None:
        self.sum = self.weight = 0.0

    def add(self, number: float, weight: float = 1.0) -> None:
        if 30 <= number <= 250:
            self.sum += number * weight
            self.weight += weight

    @property
    def mean(self) -> float | None:
        return self.sum / self.weight if self.weight else None


def _apart_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance (haversine)."""
    lat, other_lat = math.radians(one[0]), math.radians(other[0])
    half = math.sin((other_lat - lat) / 2) ** 2
    half += math.cos(lat) * math.cos(other_lat) * math.sin(math.radians(other[1] - one[1]) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(math.sqrt(half), 1.0))


def _moment(text: str | None) -> dt.datetime:
    moment = dt.datetime.fromisoformat((text or "").strip())
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
