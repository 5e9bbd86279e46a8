"""Reading an answer while it arrives: server-sent events out of bytes, and the words out of half a JSON object."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterable, Iterator
from itertools import chain

_SAYS = re.compile(r'\s*(?:```(?:json)?\s*)?\{\s*"says"\s*:\s*"')
_HALF = re.compile(r"\\u[dD][89abAB]")  # the first of a pair of surrogates
_ESCAPES = {"n": "\n", "t": "\t", "r": "", "b": "", "f": ""}


def opened(pieces: Iterable[bytes]) -> tuple[bytes, Iterator[bytes]]:
    """The first byte that is no blank, and the body from there on without its byte order mark."""
    held, rest = b"", iter(pieces)
    for piece in rest:
        held = (held + piece).removeprefix(codecs.BOM_UTF8).lstrip()
        if held and not codecs.BOM_UTF8.startswith(held):
            break
    return held[:1], chain([held], rest)


def events(pieces: Iterable[bytes]) -> Iterator[str]:
    """The data of each server-sent event (WHATWG HTML, 9.2.6); comments are skipped, a last half event is dropped."""
    held, data = b"", list[str]()
    for piece in pieces:
        *lines, held = (held + piece).split(b"\n")
        for line in lines:
            text = line.rstrip(b"\r").decode("utf-8", "replace")
            if text.startswith("data:"):
                data.append(text[5:].removeprefix(" "))
            elif not text and data:
                yield "\n".join(data)
                data = []


class Words:
    """The value of ``"says"`` at the head of a JSON object, letter by letter as the object comes in.

    Text that does not begin as such an object has no words to show before it is whole.
    """

    def __init__(self) -> None:
        self._held = ""
        self._inside = False
        self.ended = False

    def feed(self, piece: str) -> str:
        """The words that have become readable with this piece."""
        if self.ended:
            return ""
        self._held += piece
        if not self._inside:
            if (head := _SAYS.match(self._held)) is None:
                return ""
            self._inside, self._held = True, self._held[head.end() :]
        return self._read()

    def _read(self) -> str:
        """Take whole letters off what is held: an escape may be split, and so may a pair of surrogates."""
        held, at, read = self._held, 0, list[str]()
        while at < len(held) and not self.ended:
            letter = held[at]
            if letter == '"':
                self.ended = True
                at += 1
            elif letter != "\\":
                read.append(letter)
                at += 1
            else:
                decoded, width = _escape(held[at : at + 12])
                if not width:
                    break
                read.append(decoded)
                at += width
        self._held = held[at:]
        return "".join(read)


def _escape(text: str) -> tuple[str, int]:
    """The letter of an escape and its width in `text`; a width of 0: it is not whole yet."""
    if len(text) < 2:
        return "", 0
    if text[1] != "u":
        return _ESCAPES.get(text[1], text[1]), 2
    width = 12 if _HALF.match(text) and text[6:8] in {"", "\\", "\\u"} else 6
    if len(text) < width:
        return "", 0
    try:
        decoded = json.loads(f'"{text[:width]}"')
    except ValueError:
        return "", width
    return "".join(letter for letter in decoded if letter.isprintable() or letter == "\n"), width
