"""Words of the domain that more than one reader knows: units, body parts."""

from __future__ import annotations

NUMBER = r"(-? ?\d+(?:[.,]\d+)?)"
UNIT = r"(km/h|km|kms|k|kilomet(?:er|re)s?|mi|miles?|milers?)"
PER_WEEK = r"(?:a|per|/|each|every|p/?) ?(?:week|w)\b|weekly|pw\b|/week|mpw|kpw"
PARTS = [
    "knee",
    "achilles",
    "hamstring",
    "shin",
    "shins",
    "calf",
    "calves",
    "ankle",
    "foot",
    "feet",
    "heel",
    "hip",
    "hips",
    "back",
    "quad",
    "quads",
    "groin",
    "toe",
    "toes",
    "plantar",
    "glute",
    "glutes",
    "thigh",
    "shoulder",
    "neck",
    "itb",
    "arch",
]
PART = "|".join(sorted(PARTS, key=len, reverse=True))
