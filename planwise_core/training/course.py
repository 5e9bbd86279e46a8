"""A race course: distance and height along the way, read from a GPX file with care.

The bytes come from a stranger: no DTD or entity is ever resolved, and size and number of points are capped.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from itertools import pairwise
from xml.parsers import expat

from pydantic import Field

from planwise_core.errors import BadInput
from planwise_core.training.values import Value

MOST_BYTES = 20_000_000
MOST_POINTS = 200_000
EARTH_M = 6_371_008.8  # mean radius, IUGG
STEP_M = 50.0
SMOOTH_STEPS = 2  # to each side: GPS heights jump by metres from point to point


class Course(Value):
    """Smoothed heights (m) every `step_m` metres from the start; the last piece may be shorter."""

    length_m: float = Field(gt=0)
    step_m: float = Field(default=STEP_M, gt=0)
    heights: tuple[float, ...] = Field(min_length=2)

    def height_at(self, metres: float) -> float:
        """Height at this distance, in a straight line between the known ones."""
        place = min(max(metres / self.step_m, 0.0), len(self.heights) - 1.0)
        index = min(int(place), len(self.heights) - 2)
        return self.heights[index] + (place - index) * (self.heights[index + 1] - self.heights[index])

    def gain_m(self, start_m: float, end_m: float) -> tuple[float, float]:
        """Metres up and metres down between two places."""
        rises = [self.height_at(b) - self.height_at(a) for a, b in pairwise(_places(start_m, end_m, self.step_m))]
        return sum(rise for rise in rises if rise > 0), -sum(rise for rise in rises if rise < 0)

    def stretched(self, length_m: float) -> Course:
        """The same course, measured to be `length_m` long (GPS measures a few percent wrong)."""
        factor = length_m / self.length_m
        return self.but(length_m=length_m, step_m=self.step_m * factor)


def _places(start_m: float, end_m: float, step_m: float) -> list[float]:
    count = max(round((end_m - start_m) / step_m), 1)
    return [start_m + (end_m - start_m) * i / count for i in range(count + 1)]


def course_from_gpx(data: bytes) -> Course:
    """The course in a GPX file: its track points, or its route points; flat where heights are missing.

    Raises:
        BadInput: not GPX, too big, with a DTD, or fewer than two points apart.
    """
    if len(data) > MOST_BYTES:
        raise BadInput(f"The GPX file is larger than {MOST_BYTES // 1_000_000} MB.")
    return course_of(_Points().read(data))


def course_of(points: list[tuple[float, float, float | None]]) -> Course:
    """The course through points of (latitude, longitude, height in m or None).

    Raises:
        BadInput: the points are all in one place.
    """
    along = [0.0]
    for (lat1, lon1, _), (lat2, lon2, _) in pairwise(points):
        along.append(along[-1] + _metres(lat1, lon1, lat2, lon2))
    if along[-1] < STEP_M:
        raise BadInput("The course has no length: its points are all in one place.")
    heights = _filled([height for _, _, height in points])
    count = math.ceil(along[-1] / STEP_M)
    step = along[-1] / count
    raw = [_between(along, heights, i * step) for i in range(count + 1)]
    return Course(length_m=along[-1], step_m=step, heights=tuple(_smoothed(raw)))


def _metres(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance (haversine)."""
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    part = (
        math.sin((phi2 - phi1) / 2) ** 2
        + math.cos(phi1) * math.cos(phi2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    )
    return 2 * EARTH_M * math.asin(math.sqrt(min(part, 1.0)))


def _filled(heights: list[float | None]) -> list[float]:
    """Heights without gaps: a missing one is that of the point before (or the first known)."""
    last = next((height for height in heights if height is not None), 0.0)
    filled = []
    for height in heights:
        last = last if height is None else height
        filled.append(last)
    return filled


def _between(along: list[float], heights: list[float], metres: float) -> float:
    index = min(max(bisect_left(along, metres), 1), len(along) - 1)
    span = along[index] - along[index - 1]
    part = (metres - along[index - 1]) / span if span else 0.0
    return heights[index - 1] + min(max(part, 0.0), 1.0) * (heights[index] - heights[index - 1])


def _smoothed(raw: list[float]) -> list[float]:
    windows = [raw[max(i - SMOOTH_STEPS, 0) : i + SMOOTH_STEPS + 1] for i in range(len(raw))]
    return [sum(window) / len(window) for window in windows]


class _Points:
    """Collects track and route points while expat walks the file."""

    def __init__(self) -> None:
        self.found: dict[str, list[tuple[float, float, float | None]]] = {"trkpt": [], "rtept": []}
        self._open = ""
        self._text = ""
        self._is_height = False
        self._is_gpx = False

    def read(self, data: bytes) -> list[tuple[float, float, float | None]]:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = _refuse
        parser.EntityDeclHandler = _refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        try:
            parser.Parse(data, True)
        except (expat.ExpatError, ValueError, KeyError) as error:
            raise BadInput(f"This is not a GPX file: {error}.") from None
        points = self.found["trkpt"] or self.found["rtept"]
        if not self._is_gpx or not points:
            raise BadInput("This is not a GPX file with a track or a route.")
        return points

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        self._is_gpx = self._is_gpx or name == "gpx"
        if name in self.found:
            if sum(map(len, self.found.values())) >= MOST_POINTS:
                raise BadInput(f"The GPX file has more than {MOST_POINTS} points.")
            lat, lon = float(attributes["lat"]), float(attributes["lon"])
            if not (abs(lat) <= 90 and abs(lon) <= 180):
                raise ValueError(f"no place on Earth is at {lat:g}, {lon:g}")
            self.found[name].append((lat, lon, None))
            self._open = name
        self._is_height = bool(self._open) and name == "ele"
        self._text = ""

    def _data(self, text: str) -> None:
        if self._is_height:
            self._text += text

    def _end(self, tag: str) -> None:
        name = tag.rpartition(" ")[2]
        if self._is_height:
            height = float(self._text)
            if not abs(height) < 10_000:
                raise ValueError(f"no place on Earth is {height:g} m high")
            lat, lon, _ = self.found[self._open][-1]
            self.found[self._open][-1] = (lat, lon, height)
            self._is_height = False
        if name == self._open:
            self._open = ""


def _refuse(*_: object) -> None:
    raise BadInput("A GPX file with a DOCTYPE or entities is not read.")
