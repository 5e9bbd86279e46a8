"""A model's words as they may be shown: no image, no link, no HTML, no invisible letters.

A page that renders Markdown fetches every image in it, which makes a picture a way to carry a runner's data out. So
links keep their text and lose their target, tags go, and bare addresses are left out, in the final words as in those
that are shown while they come.
"""

from __future__ import annotations

import re
import unicodedata

HELD_BACK = 300  # characters a link or tag may take to close before it is taken for plain text
_NEVER = {"Cc", "Cf", "Cs"}  # control and format letters, and halves of letters
_LEFT_OUT = "(link left out)"
_IMAGE_OR_LINK = re.compile(r"!?\[([^\[\]]{0,300})\](?:\([^()]{0,300}(?:\([^()]*\)[^()]*)?\)|\[[^\[\]]{0,300}\])")
_TAG = re.compile(r"<[a-zA-Z/!?][^<>]{0,300}>")
_ADDRESS = re.compile(r"(?:[a-z0-9+.-]{1,15}://|www\.|\b(?:mailto|javascript|data|vbscript):)\S*", re.IGNORECASE)
_JOINTS = re.compile(r"(?<=\])(?=[(\[:])|(?<=!)(?=\[)")
_OPENER = re.compile(r"!?\[|!$|<")
_PLAIN = re.compile(r"[\w' -]*")
_FIRST_WORD, _LAST_WORD = re.compile(r"\A\S{0,64}"), re.compile(r"\S{0,64}\Z")
_OPENS_TAG = re.compile(r"<(?=[a-zA-Z/!?])")


def safe(text: str) -> str:
    """`text` without anything that a Markdown page would fetch, follow or run; the same text again stays the same."""
    shown = "".join(letter for letter in text if letter in "\n\t" or unicodedata.category(letter) not in _NEVER)
    for _ in range(10):  # links in links: from the inside out
        before = shown
        shown = _TAG.sub("", _IMAGE_OR_LINK.sub(r"\1", shown))
        if shown == before:
            break
    shown = _ADDRESS.sub(_LEFT_OUT, shown)
    return _OPENS_TAG.sub("< ", _JOINTS.sub(" ", shown))


class SafeStream:
    """`safe` for words that come in pieces: it holds back what may still become a link or a tag.

    The first word of all need not be whole, so that it is seen at once; what would make an address of it comes apart.
    """

    def __init__(self) -> None:
        self._held = ""
        self._begun = False
        self._last = ""  # of the last word that is shown, as far as it has come

    def feed(self, piece: str) -> str:
        """What may be shown now."""
        self._held += piece
        return self._take(self._settled())

    def rest(self) -> str:
        """What is left when no more comes."""
        return self._take(len(self._held))

    def _take(self, cut: int) -> str:
        shown, self._held = safe(self._held[:cut]), self._held[cut:]
        if shown:
            joint = self._last + _FIRST_WORD.findall(shown)[0]
            if safe(joint) != joint:
                shown = " " + shown
            self._begun = self._begun or not shown.isspace()
            self._last = _LAST_WORD.findall(self._last + shown)[0]
        return shown

    def _settled(self) -> int:
        """How much of what is held cannot change any more: whole words up to the first open bracket."""
        held = self._held
        if not self._begun and _PLAIN.fullmatch(held):
            return len(held)
        words = max(held.rfind(space) for space in " \n\t") + 1
        at = 0
        while opener := _OPENER.search(held, at):
            at = _end(held, opener.end())
            if at < 0:  # still open
                cut = words if len(held) - opener.start() > HELD_BACK else min(words, opener.start())
                return cut if len(held) - cut <= 2 * HELD_BACK else opener.start() or len(held)
            if opener.start() < words < at:
                return opener.start()
        return words if len(held) - words <= HELD_BACK else len(held)


def _end(held: str, at: int) -> int:
    """Where what the bracket just before `at` opened has ended, be it a link, a tag or neither; -1: not yet."""
    after = held[at : at + 1]
    if held[at - 1] == "<":
        return held.find(">", at) + 1 or -1 if not after or _OPENS_TAG.match(held, at - 1) else at
    end = held.find("]", at)
    if end < 0 or end + 1 >= len(held):
        return -1
    closer = {"(": ")", "[": "]"}.get(held[end + 1])
    return end + 1 if closer is None else held.find(closer, end + 2) + 1 or -1
