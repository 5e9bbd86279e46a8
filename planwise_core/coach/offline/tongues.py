"""Other languages, word for word: enough to read a plain message, never enough to act on it unasked.

A message is turned into English by a table of running words. Where the table knows nearly all of it, it is read like
any other; a change of the plan is then offered as a question in the runner's language. Else nothing is done.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from planwise_core.coach.offline.glossary import CALENDAR, WORDS
from planwise_core.coach.offline.language import language_of

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_NUMBERS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "10")
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
    """a an in on no to me as do of so was am is for with man week weekend plan the i will die bin c car come cool court
    dan even halve he heel im interval kilometer last mi mon over pause per plus sept six son super tempo total um want
    yo also all fast war hat toll train bang lust long pie sin has be see ten note late stress motivation free done ok
    hi sera via back at if my""".lower().split()
)
_WORD = re.compile(r"j'|l'|d'|\d[\d.:,/h]*|[^\W\d_]+(?:['-][^\W\d_]+)*|[^\w\s]")
_AS_IT_IS = re.compile(r"[\d\W]|(?:km|k|mi)$")
_LONGEST_PHRASE = 4
_MOST = 0.6
NEARLY_ALL = 0.7  # the share of a message's words that must be known


@cache
def _table(language: str) -> dict[str, str]:
    words = dict(entry.strip().split("=") for entry in WORDS[language].split(","))
    names = CALENDAR[language].split()
    return dict(zip(names, (*_DAYS, *_MONTHS, *_NUMBERS), strict=True)) | words


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
    shares = {language: _share(text, language) for language in WORDS}
    best = max(shares, key=lambda language: (shares[language], language == found))
    if found == "en" and not (shares[best] >= _MOST and _own(text, best) >= 2):
        return None
    if found != "en" and shares[best] < NEARLY_ALL:
        return Read(found, None)
    english = _in_order(_glossed(text, best)[0]) if shares[best] >= NEARLY_ALL else None
    return Read(best, english, is_whole=shares[best] == 1)


def in_english(text: str) -> str:
    """A text of another language word for word, line by line; words nobody knows, and an English text, stay."""
    language = language_of(text)
    if language not in WORDS:
        return text
    return "\n".join(_in_order(_glossed(line, language)[0]) for line in text.splitlines())


def _share(text: str, language: str) -> float:
    _, known, count = _glossed(text, language)
    return known / count if count else 0.0


def _own(text: str, language: str) -> int:
    """How many words of a message are of this language and no English ones."""
    words = set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.lower()))
    own = [word for word in words if word in _table(language) and word not in _ENGLISH_TOO]
    return len([word for word in own if _table(language)[word] != word])  # "april" is English too


def _glossed(text: str, language: str) -> tuple[str, int, int]:
    """The message word for word, how many of its words are known, and how many it has."""
    table, words = _table(language), _WORD.findall(text.lower().replace("’", "'"))
    made: list[str] = []
    known = at = 0
    while at < len(words):
        for size in range(min(_LONGEST_PHRASE, len(words) - at), 0, -1):
            phrase = " ".join(words[at : at + size]).replace("' ", "'")
            english = table.get(phrase, phrase if size == 1 and _AS_IT_IS.match(phrase) else None)
            if english is not None:
                made.append(english)
                known += len([word for word in words[at : at + size] if word[0].isalpha()])
                at += size
                break
        else:
            made.append(words[at])
            at += 1
    return " ".join(filter(None, made)), known, len([word for word in words if word[0].isalpha()])


_TIME = r"(?:on )?((?:next |this )?(?:\w+day|tomorrow|today|overmorrow|week))"


def _in_order(text: str) -> str:
    """English words in a foreign order, set right where the order carries the sense."""
    text = re.sub(r"(\d+) ?\. (?=[a-z])", r"\1 ", text)  # "25. april"
    text = re.sub(rf"(\d) from (?={'|'.join(_MONTHS)})", r"\1 of ", text)
    text = re.sub(r"(a week,?) (?:in|on) (\d days)", r"\1 over \2", text)
    text = re.sub(r"\s+([.,!?:;])", r"\1", text)
    text = re.sub(r"\bon the (?=\w+day\b|\d)", "on ", re.sub(r"\bto (on )?the (?=\w+day\b|\d)", "to ", text))
    text = re.sub(r"\bthe (?=\w+day\b|\d|next\b|this\b)", "", text)
    text = re.sub(r"\b(can|could) (i )?((?:\S+ ){1,4}?)not run\b", r"\2\1 not run \3", text)
    text = re.sub(rf"\bcan {_TIME} not\b(?! run)", r"can not run on \1", text)
    text = re.sub(rf"\bworks {_TIME}(?= ?\?)", r"can i run on \1 instead", text)
    text = re.sub(r"\buntil on\b", "until", text)
    text = re.sub(
        r"^((?:can|could) (?:i|you|we) |i want to )?(.*?) (move|swap|skip|cancel|"
        r"shorten)([.?!]*)$",
        r"\1\3 \2\4",
        text,
    )
    text = re.sub(r"\bskip skip\b", "skip", text)
    text = re.sub(r"\b(\w+day)s? off (\d+)", r"\1 \2", text)
    return " ".join(text.split())
