"""What shall stay as it is: "but not the long run", "leave Sunday alone"."""

from __future__ import annotations

import re

from planwise_core.coach.offline.refs import kind_of, named, whens_of
from planwise_core.coach.offline.scene import Scene

_WHAT = r"(?:(?:the|my|this|next|sunday|saturday)(?:'s)? )*[\w' -]+?"
_LEAD = r"[ ,.;]*\b(?:but |and |just |only |please |,)*"
_NAMED = r"(?:the |my )?(?:long (?:run|1|one)|tempo|intervals?|easy runs?|race|\w+day(?:'s)?(?: run)?)"
_SPARED = tuple(
    re.compile(_LEAD + pattern)
    for pattern in (
        r"(?:not|except(?: for)?|apart from|other than|without) (?:touching |changing )?(?P<what>(?:on |for )?"
        r"(?:the |my )?(?:long (?:run|1)|tempo|intervals?|easy runs?|race|\w+day(?:'s)?(?: run)?))$",
        rf"(?<=[,;. ])(?:i will |i would like to |i can )?keep (?P<what>{_NAMED})(?: please| though| if possible)*$",
        rf"(?:leave|keep) (?P<what>{_WHAT}) (?:alone|as it is|as is|as they are|untouched|in place|where it is|"
        r"the same|unchanged)(?: please)?$",
        rf"(?:do not|never|without) (?:touch|touching|change|changing) (?P<what>{_WHAT})(?: please)?$",
    )
)


_FIRST = re.compile(  # "do not touch the long run but drop everything else this week"
    rf"^(?:please )?(?:do not (?:touch|change|move|drop)|keep|leave) (?P<what>{_NAMED})"
    r"(?: alone| as it is| as is| untouched)?(?:[,.;]+ ?(?:but |and |then )?| (?:but|and) )(?=(?:please |can you )?"
    r"(?:drop|skip|cancel|scrap|remove|clear|ease|make|cut|reduce|shorten|take|bin)\b(?! it\b))"
)
_THE_OTHERS = re.compile(  # "skip Saturday and keep the rest as it is" says it twice
    r"[ ,.;]*\b(?:and |but |just )*(?:keep|leave) (?:the rest|everything else|all else|all the others?|the others?)"
    r"(?: (?:of it|of the (?:week|plan)))?(?: (?:as (?:it |they )?(?:is|are|was|planned)|alone|untouched|the same|"
    r"unchanged|there))?"
    r"(?: please)?$"
)


def parted(text: str, scene: Scene) -> tuple[str, frozenset[str]]:
    """The message without what shall stay, and the ids of the workouts that shall; an empty text: nothing else is said.

    Where the words name no workout the message stays whole.
    """
    text = _THE_OTHERS.sub("", text).strip(" ,.;") or text
    for pattern in (_FIRST, *_SPARED):
        found = pattern.search(text)
        if not found:
            continue
        whens = whens_of(found["what"], scene)
        if kind_of(found["what"]) or whens:
            rest = (text[: found.start()] or text[found.end() :]).strip(" ,.;")
            pool = named(found["what"], scene, whens)
            return rest, frozenset(each.id for each in pool)
    return text, frozenset()
