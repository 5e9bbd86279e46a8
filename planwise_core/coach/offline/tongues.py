"""Other languages, word for word: enough to read a plain message, never enough to act on it unasked.

A message is turned into English by a table of running words. Where the table knows nearly all of it, it is read like
any other; a change of the plan is then offered as a question in the runner's language. Else nothing is done.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from planwise_core.coach.offline.glossary import LANGUAGES, Table, table
from planwise_core.coach.offline.language import language_of
from planwise_core.coach.offline.word_order import in_order

ONLY_ENGLISH = {
    "de": "Ohne Sprachmodell spreche ich leider nur Englisch. Schreib mir bitte auf Englisch; am Plan habe ich nichts "
          "geändert.",
    "fr": "Sans modèle de langue, je ne parle malheureusement qu'anglais. Écris-moi en anglais ; je n'ai rien changé "
          "au plan.",
    "es": "Sin modelo de lenguaje solo hablo inglés, lo siento. Escríbeme en inglés; no he cambiado nada en el plan.",
    "it": "Senza modello linguistico parlo solo inglese, mi dispiace. Scrivimi in inglese; non ho cambiato nulla nel "
          "piano.",
    "pt": "Sem modelo de linguagem só falo inglês, desculpa. Escreve-me em inglês; não mudei nada no plano.",
    "nl": "Zonder taalmodel spreek ik helaas alleen Engels. Schrijf me in het Engels; aan je schema is niets "
    "veranderd.",
    "other": "Offline I speak English only, sorry. Please write to me in English; nothing was changed.",
}  # fmt: skip
WORD_FOR_WORD = {
    "de": "(Deutsch lese ich nur Wort für Wort und antworte auf Englisch.)",
    "fr": "(Je lis le français mot à mot et je réponds en anglais.)",
    "es": "(Leo el español palabra por palabra y respondo en inglés.)",
    "it": "(Leggo l'italiano parola per parola e rispondo in inglese.)",
    "pt": "(Leio português palavra por palavra e respondo em inglês.)",
    "nl": "(Ik lees Nederlands woord voor woord en antwoord in het Engels.)",
}
DO_YOU_MEAN = {
    "de": "Meinst du: '{}'? Das kann ich machen und zeige es dir, bevor sich etwas ändert. Soll ich, ja oder nein?",
    "fr": "Veux-tu dire : '{}' ? Je peux le faire, et je te le montre avant de changer quoi que ce soit. Oui ou non ?",
    "es": "¿Quieres decir: '{}'? Puedo hacerlo, y te lo enseño antes de cambiar nada. ¿Sí o no?",
    "it": "Vuoi dire: '{}'? Posso farlo, e te lo mostro prima di cambiare qualcosa. Sì o no?",
    "pt": "Queres dizer: '{}'? Posso fazê-lo, e mostro-te antes de mudar alguma coisa. Sim ou não?",
    "nl": "Bedoel je: '{}'? Dat kan ik doen, en ik laat het zien voordat er iets verandert. Zal ik, ja of nee?",
}
_ENGLISH_TOO = frozenset(
    """a an in on no to me as do of so was am is for with man week weekend plan the i will die bin c car come cool
    court dan even halve he heel im interval kilometer last mi mon over pause per plus sept six son super tempo
    total um want yo also all fast war hat toll train bang lust long pie sin has be see ten note late stress
    motivation free done ok hi sera via back at if my k we don coach session been training min does sorry sub x show
    tues job wk hey tue kilometres plans bike leg meeting remove extra oh rate point cap word marathons u maraton
    concert conference hm top prepare trainings n toe ate course migraine ta rota perfect planning kind temperature
    tu sa su jogging kms thx intense op ai kilometers rust rug lies arts male fare dove ore sole forte media mayo
    medio chef pot sang main diner ren arm party baby fit solo dos hamstring forma legal taper fun pro fine hike fly
    boss yoga gym brunch lunch family hop sport pack streak box brother arms kids prima grave rest ran net pat fond
    sec mute mai juni juli di fr mo pb once foot warm pr chat begin""".lower().split()
)
_ELISION = r"(?:qu|jusqu|lorsqu|dell|all|nell|sull|dall|un|com|dov|quand|c|d|j|l|m|n|s|t)'"
_WORD = re.compile(rf"{_ELISION}(?=[^\W_])|\d+er\b|\d[\d.:,/h]*(?:-\d[\d.:,/h]*)*|[^\W\d_]+(?:['-][^\W\d_]+)*|[^\w\s]")
_AS_IT_IS = re.compile(r"[\d\W]|(?:km|k|mi|min|h|x|pb|am|pm)$")
_PLACE = re.compile(
    r"\b(?:in|im|am|à|a|en|em|de|di|do|da|von|van) ([A-ZÀ-Ý][^\W\d_]+)|([A-ZÀ-Ý][^\W\d_]+)[ -](?=[Mm]ara)"
)
_LONGEST_PHRASE = 5
_MOST = 0.6
_FEW = 3
NEARLY_ALL = 0.7  # the share of a message's words that must be known


@dataclass(frozen=True)
class Read:
    """A message of another language: which one, and its words in English; None where too little of it is known.

    `is_whole`: every word is known.
    """

    language: str
    english: str | None
    is_whole: bool = False


def read(text: str) -> Read | None:
    """The message in English, by the table that knows most of it; None where it is English, or might be.

    A message in an alphabet of its own is of the language ``other``, and nothing of it is known.
    """
    found = language_of(text)
    if found == "other":
        return Read(found, None)
    languages = [language for language in LANGUAGES if language == found or _own(text, language)]
    if not languages:
        return None
    shares = {language: _share(text, language) for language in languages}
    best = max(shares, key=lambda language: (shares[language], language == found))
    if found == "en" and not _is_in(best, shares[best], text):
        return None
    if found != "en" and shares[best] < NEARLY_ALL:
        return Read(found, None)
    english = in_order(_glossed(text, best)[0]) if shares[best] >= NEARLY_ALL else None
    return Read(best, english, is_whole=shares[best] == 1)


def in_english(text: str) -> str:
    """A text of another language word for word, line by line; words nobody knows, and an English text, stay."""
    language = language_of(text)
    if language not in LANGUAGES:
        return text
    return "\n".join(in_order(_glossed(line, language)[0]) for line in text.splitlines())


def _is_in(language: str, share: float, text: str) -> bool:
    """Whether a message is of a language after all: by most of its words, or all of a few ("vielen Dank")."""
    own = _own(text, language)
    return (share >= _MOST and own >= 2) or (share == 1 and own == 1 and len(text.split()) <= _FEW)


def _share(text: str, language: str) -> float:
    _, known, count = _glossed(text, language)
    return known / count if count else 0.0


def _own(text: str, language: str) -> int:
    """How many words of a message are of this language and no English ones ("april" is English too)."""
    words = set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.lower())) - _ENGLISH_TOO
    return len([word for word in words if table(language).exact(word) not in (None, word)])


@lru_cache(maxsize=256)
def _glossed(text: str, language: str) -> tuple[str, int, int]:
    """The message word for word, how many of its words are known, and how many it has."""
    words, made = _WORD.findall(text.lower().replace("’", "'")), list[str]()
    names = {name.lower() for found in _PLACE.findall(text) for name in found}
    known = at = 0
    while at < len(words):
        size, english = _longest(words[at : at + _LONGEST_PHRASE], table(language))
        made.append(words[at] if english is None else english)
        if english is not None or words[at] in names:
            known += len([word for word in words[at : at + size] if word[0].isalpha()])
        at += size
    return " ".join(filter(None, made)), known, len([word for word in words if word[0].isalpha()])


def _longest(words: list[str], known: Table) -> tuple[int, str | None]:
    """How many of the next words are one phrase, and its English; one word and None where it is not known."""
    for size in range(len(words) if known.begins(words[0]) else 1, 1, -1):
        if (english := known.exact(" ".join(words[:size]).replace("' ", "'").replace(" '", "'"))) is not None:
            return size, english
    english = known.english(words[0])
    return 1, words[0] if english is None and _AS_IT_IS.match(words[0]) else english
