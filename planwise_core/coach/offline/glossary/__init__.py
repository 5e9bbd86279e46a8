"""The words of other languages that runners use, with their English: a table for each, which `tongues` reads.

A table is ``english: foreign, foreign; english: foreign``. A phrase stands beside its words and goes before them, a
star ends a word any way (``move: verschieb*``), and ``-`` is English for a word that adds nothing. Accents may be left
out by who writes, so a word needs no second entry without them. `CALENDAR` has the weekdays, the months and the
numbers up to ten, in order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from types import ModuleType
from unicodedata import combining, normalize

from planwise_core.coach.offline.glossary import dutch, french, german, italian, portuguese, spanish

ROOMS: dict[str, ModuleType] = {
    "de": german, "fr": french, "es": spanish, "it": italian, "pt": portuguese, "nl": dutch,
}  # fmt: skip
LANGUAGES = tuple(ROOMS)
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_NUMBERS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "10")
_SHORTEST_STEM = 3
_SIDES = {"linker": "left", "rechter": "right"}
_PAINS = ("schmerzen", "schmerz", "pijn")
_RUN = ("lauf", "loop", "run", "einheit", "training")


@dataclass
class Table:
    """One language: its words and phrases, the same without accents, the beginnings of words, and of phrases."""

    words: dict[str, str] = field(default_factory=dict)
    plain: dict[str, str] = field(default_factory=dict)
    stems: dict[str, str] = field(default_factory=dict)
    days: dict[str, str] = field(default_factory=dict)
    opens: set[str] = field(default_factory=set)

    def exact(self, phrase: str) -> str | None:
        """The English of a word or phrase that stands in the table, with its accents or without."""
        if (english := self.words.get(phrase, self.plain.get(plain(phrase)))) is not None:
            return english
        return self.plain.get(plain(phrase, digraphs=True))

    def begins(self, word: str) -> bool:
        """Whether a phrase of the table may begin with `word`."""
        return plain(word) in self.opens or plain(word, digraphs=True) in self.opens

    def english(self, word: str) -> str | None:
        """The English of one word: as it stands, by its beginning, or as a compound with a weekday."""
        if (exact := self.exact(word)) is not None:
            return exact
        return self._compound(plain(word)) or self._begun(plain(word)) or self._begun(plain(word, digraphs=True))

    def _compound(self, word: str) -> str | None:
        """German and Dutch write two words as one: "rückenschmerzen", "linkerknie"."""
        for side, english in _SIDES.items():
            if word.startswith(side) and (rest := self.exact(word.removeprefix(side))):
                return f"{english} {rest}"
        for pain in _PAINS:
            part = word.removesuffix(pain)
            if self.days and part != word and (where := self.exact(part) or self._begun(part)):
                return f"{where} pain"
        return None

    def _begun(self, word: str) -> str | None:
        for size in range(len(word), _SHORTEST_STEM - 1, -1):
            if day := self.days.get(word[:size]):  # "sonntagslauf", "maandagavond"
                return f"{day}'s run" if word.endswith(_RUN) else day
            if english := self.stems.get(word[:size]):
                return english
        return None


@lru_cache(maxsize=16384)
def plain(word: str, *, digraphs: bool = False) -> str:
    """`word` without accents; `digraphs`: German typed without umlauts ("naechste") too."""
    bare = "".join(each for each in normalize("NFKD", word) if not combining(each))
    bare = bare.replace("ß", "ss").replace("œ", "oe")
    return re.sub(r"([aou])e", r"\1", bare) if digraphs else bare


@cache
def table(language: str) -> Table:
    """The table of a language of `LANGUAGES`."""
    room, made = ROOMS[language], Table()
    names = room.CALENDAR.split()
    for name, english in zip(names, (*DAYS, *MONTHS, *_NUMBERS), strict=True):
        made.words[name] = english
        if english in DAYS:
            made.words[f"{name}s"] = f"{english}s"
            if language in ("de", "nl"):
                made.days[name] = english
    for entry in " ".join(room.WORDS.split()).split(";"):
        english, _, foreign = entry.partition(":")
        for word in foreign.split(","):
            place, key = (made.stems, plain(word.strip()[:-1])) if word.endswith("*") else (made.words, word.strip())
            place[key] = english.strip().removeprefix("-")
    for word, english in made.words.items():
        made.plain.setdefault(plain(word), english)
        if len(parts := word.replace("'", "' ").split()) > 1:
            made.opens.add(plain(parts[0]))
    return made
