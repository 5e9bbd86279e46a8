"""The words of other languages that runners use, with their English: a table for each, which `tongues` reads.

A table is ``english: foreign, foreign; english: foreign``. A phrase stands beside its words and goes before them, a
star ends a word any way (``move: verschieb*``), and ``-`` is English for a word that adds nothing. Accents may be left
out by who writes, so a word needs no second entry without them. `CALENDAR` has the weekdays, the months and the
numbers up to ten, in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from types import ModuleType
from unicodedata import combining, normalize

from planwise_core.coach.offline.glossary import dutch, french, german, italian, portuguese, spanish

_ROOMS: dict[str, ModuleType] = {
    "de": german, "fr": french, "es": spanish, "it": italian, "pt": portuguese, "nl": dutch,
}  # fmt: skip
LANGUAGES = tuple(_ROOMS)
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
        if (english := self.words.get(phrase, self.plain.get(bare(phrase)))) is not None:
            return english
        return self.plain.get(bare(phrase, digraphs=True))

    def begins(self, word: str) -> bool:
        """Whether a phrase of the table may begin with `word`."""
        return bare(word) in self.opens or bare(word, digraphs=True) in self.opens

    def english(self, word: str) -> str | None:
        """The English of one word: as it stands, as two words in one, or by its beginning."""
        if (exact := self.exact(word)) is not None:
            return exact
        return self._compound(bare(word)) or self._begun(bare(word)) or self._begun(bare(word, digraphs=True))

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
        """By the longest beginning that is known, or as a weekday's: "verschiebst", "sonntagslauf", "maandagavond"."""
        for size in range(len(word), _SHORTEST_STEM - 1, -1):
            if day := self.days.get(word[:size]):
                return f"{day}'s run" if word.endswith(_RUN) else day
            if english := self.stems.get(word[:size]):
                return english
        return None


@lru_cache(maxsize=16384)
def bare(word: str, *, digraphs: bool = False) -> str:
    """`word` without accents; `digraphs`: German typed without umlauts ("naechste") too."""
    letters = "".join(each for each in normalize("NFKD", word) if not combining(each))
    letters = letters.replace("ß", "ss").replace("œ", "oe")
    return re.sub(r"([aou])e", r"\1", letters) if digraphs else letters


def entries(language: str) -> Iterator[tuple[str, str]]:
    """Every word and phrase of a language as it is written in its room, with its English."""
    for entry in " ".join(_ROOMS[language].WORDS.split()).split(";"):
        english, _, foreign = entry.partition(":")
        for word in foreign.split(","):
            yield word.strip(), english.strip().removeprefix("-")


@cache
def table(language: str) -> Table:
    """The table of a language of `LANGUAGES`."""
    made = Table()
    for name, english in zip(_ROOMS[language].CALENDAR.split(), (*DAYS, *MONTHS, *_NUMBERS), strict=True):
        made.words[name] = english
        if english in DAYS:
            made.words[f"{name}s"] = f"{english}s"
            if language in ("de", "nl"):
                made.days[name] = english
    for word, english in entries(language):
        if word.endswith("*"):
            made.stems[bare(word[:-1])] = english
        else:
            made.words[word] = english
    for word, english in made.words.items():
        made.plain.setdefault(bare(word), english)
        if len(parts := word.replace("'", "' ").split()) > 1:
            made.opens.add(bare(parts[0]))
    return made
