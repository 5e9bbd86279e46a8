"""What "it", "that day", "and the week after" and "no, Thursday" refer to: earlier words of the same talk.

A message that leans on an earlier one is made whole before anything is read from it: the missing words are put in
from what the runner has said last. What names nothing stays as it is, and is asked about as ever.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from planwise_core.coach.offline import corrections
from planwise_core.coach.offline.anchors import anchored
from planwise_core.coach.offline.corrections import put
from planwise_core.coach.offline.intents import CHANGING, DAY_FIRST, heard
from planwise_core.coach.offline.language import normalise
from planwise_core.coach.offline.parting import clauses
from planwise_core.coach.offline.refs import is_bare_weekday, kind_of, named, whens_of
from planwise_core.coach.offline.scene import Scene
from planwise_core.coach.offline.when import WEEKDAY, When
from planwise_core.training.values import monday_of

_ONE_MORE = re.compile(r"^(?:and|also|plus|(?:the )?same (?:for|on|with|again)?|ditto|do the same)\b")
_TOO_AT_END = re.compile(r"\b(?:too|as well|also)(?: please)?[ .!]*$")
_TOO = re.compile(r"\b(?:too|as well|also|same)\b")
_IT = re.compile(
    r"\b(?:it|that one|this one|(?:that|this) (?:run|session|workout)|that|this)\b(?! (?:is|was|will|does|week|"
    r"weekend|day|month))"
)
_LEFT_OUT = re.compile(rf"\b(put|move|shift|push|bump)( (?:on|to|onto|until) (?:{WEEKDAY}|tomorrow)\b)")
_THAT_DAY = re.compile(
    r"\b(?:on |for )?(?:that (?:day|weekend|week|date)|(?:that )?(?:was|is|stood|stands) (?:on )?there(?= |$|[.,])|"
    r"those days|then)\b(?! i\b)"
)
_EVERY_SUCH_DAY = re.compile(  # "I have the kids every Sunday now, so no more running that day"
    rf"(\b(?P<day>(?<=every ){WEEKDAY}(?: and {WEEKDAY})?|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days(?: and (?:mon|tues|wednes|thurs|fri|satur|sun)days)?)\b[^;]*?)\b"
    r"(?:no (?:more )?(?:running|runs|training)|(?:can|will) not (?:run|train)|not free|unavailable|no time|"
    r"(?:never|do not) (?:schedule|plan|put)(?: \w+){0,2}?)(?: to run)?(?: on)? (?:that day|those days|then)\b|"
    rf"(\b(?P<days>(?<=every ){WEEKDAY}(?: and {WEEKDAY})?)\b[^;]*?)\b(?:that day|those(?: 2)? days|both days) "
    r"(?:is|are) (?:gone|out|off|lost|taken|dead|blocked)\b"
)
_CAN_BE_IT = frozenset({"size", "move", "drop", "easier", "harder", "retype", "swap"})
_DEEP = 3  # messages back that a correction of a correction may reach


@dataclass(frozen=True)
class Whole:
    """A message with what it leans on in place. `corrects`: it takes the place of the request before it."""

    text: str
    corrects: bool = False
    instead_of: str = ""


def _off_for_good(found: re.Match[str]) -> str:
    days = re.sub(r"day\b", "days", re.sub(r"days\b", "day", found["day"] or found["days"]))
    return f"{found[1] or found[3]} no running on {days} from now on"


def made_whole(text: str, scene: Scene, depth: int = _DEEP) -> Whole:
    """`text` with what it refers to in place; itself where it refers to nothing that is known."""
    text = _EVERY_SUCH_DAY.sub(_off_for_good, corrections.within(text, scene))
    told: list[str] = []
    if instead := corrections.retracted(text):
        told, text = [instead[0]], instead[1]
    before = _said_before(scene, depth)
    is_strong = corrections.STRONG.search(text) is not None and _is_change(before)
    is_answer = (scene.situation.pending or "").startswith("fill:") and not corrections.STRONG.search(text)
    if (spares := _KEEPS.fullmatch(text)) and _is_change(before):
        return Whole(f"{before}, but keep {spares[1]}", corrects=True, instead_of=before)
    if (other := _ANOTHER_OUT.fullmatch(text)) and _is_change(before):
        return Whole(f"skip {other[1]}", corrects=True, instead_of=before)
    dropped = _last_run([before], scene) if any(heard(part).intent == "drop" for part in clauses(before)) else None
    if dropped and (elsewhere := _ON_ANOTHER_DAY.fullmatch(text)):
        return Whole(f"move {dropped} to {elsewhere[1]}", corrects=True, instead_of=before)
    for earlier in [before] if scene.plan else _said(scene):
        said = anchored(text, [earlier], scene) if is_strong else text
        if earlier and not is_answer and (corrected := corrections.of_before(said, earlier, scene)):
            return Whole(corrected, corrects=True, instead_of=earlier)
    if before and (repeated := _repeated(text, before, scene)):
        return Whole(repeated)
    told = [before, *told] if before else told
    whole = text
    lead = _LEADING_WEEK.match(text)
    spoken_of = ""
    for at, clause in enumerate(clauses(text)):
        clause_told = told if at == 0 else [each for each in told if each != before]
        full = _same_run(clause, clause_told, scene) if at else clause
        full = _that_day(anchored(_it(full, told, scene), told, scene), told, scene)
        if at and (lead or (spoken_of and whens_of(full, scene))):
            full = _in_week(full, lead[1] if lead else spoken_of, scene)
        if week := _DAY_OF_WEEK.search(full):
            spoken_of = week[1] or week[2]
        whole = whole.replace(clause, full, 1) if full != clause else whole
        told.append(full)
    corrects = is_strong and _is_change(whole)
    return Whole(whole, corrects, before if corrects else "")


def _said(scene: Scene) -> list[str]:
    """What the runner has said, the last first: on the way to a plan a correction may reach further back."""
    said = [each.text for each in reversed(scene.situation.history) if each.role == "runner"]
    return [normalise(each) for each in said[:_DEEP]]


def _said_before(scene: Scene, depth: int) -> str:
    """What the runner said last, in regular words, and whole if it leant on something itself."""
    history = scene.situation.history
    at = next((index for index in reversed(range(len(history))) if history[index].role == "runner"), None)
    if at is None or depth == 0:
        return ""
    earlier = replace(scene, situation=scene.situation.but(history=history[:at]))
    return made_whole(normalise(history[at].text), earlier, depth - 1).text


def _is_change(text: str) -> bool:
    return any(heard(part).intent in CHANGING for part in clauses(text))


def _repeated(text: str, before: str, scene: Scene) -> str | None:
    """The request before, for other days: "and the week after too"."""
    only_days = _TOO_AT_END.search(text) and not re.search(r"[a-z]{3}", _without_whens(text, scene))
    if not (only_days or (_ONE_MORE.match(text) and _TOO.search(text))) or not _is_change(before):
        return None
    were = whens_of(before, scene)
    if not were or any(part.intent in CHANGING for part in map(heard, clauses(_ONE_MORE.sub("", text)))):
        return None
    if were[-1].kind == "day" and (week := _week_told(text, were[-1], scene)):
        return put(before, were[-1], f"on {(week + dt.timedelta(days=were[-1].first.weekday())).isoformat()}")
    if re.search(r"\bweek after\b", text):
        return put(before, were[-1], f"the week of {(monday_of(were[-1].first) + dt.timedelta(weeks=1)).isoformat()}")
    whens = whens_of(text, scene)
    return put(before, were[-1], whens[0].words) if whens else None


def _without_whens(text: str, scene: Scene) -> str:
    for when in whens_of(text, scene):
        text = text.replace(when.words, " ")
    return _TOO_AT_END.sub("", text)


def _week_told(text: str, day: When, scene: Scene) -> dt.date | None:
    """The Monday of the week a wish for one day is to be repeated in; None where no week is told."""
    if re.search(r"\bweek after\b", text):
        return monday_of(day.first) + dt.timedelta(weeks=1)
    spans = [when for when in whens_of(text, scene) if when.kind == "span" and re.search(r"\bweek\b", when.words)]
    return monday_of(spans[0].first) if spans else None


_KEEPS = re.compile(  # "ok, but keep Sunday"
    r"(?:(?:ok|okay|yes|fine|good|great|perfect|sure|thanks|please)\b[ ,]*)*(?:but|only|just)[ ,]+(?:keep|leave|not) "
    r"((?:the |my )?[\w' ]+?)(?: (?:in|please|there|as it is|though))*[ .!]*"
)
_ANOTHER_OUT = re.compile(  # after "bin Saturday's run": "actually leave Saturday in and take Thursday out instead"
    r"(?:(?:actually|no|oh|sorry|wait)\b[, ]*)*(?:leave|keep) (?:the |my )?[\w' ]{3,20}?(?: in)?,? (?:and|but) "
    r"(?:please )?(?:take(?: out)?|skip|drop|cancel|bin) ((?:the |my )?[\w' ]+?)(?: out)?(?: instead| please)*[ .!]*"
)
_ON_ANOTHER_DAY = re.compile(  # after "skip Sunday's long run": "actually, do it on Monday instead"
    r"(?:(?:actually|no|ok|okay|hmm|well|wait)\b[, ]*)*(?:(?:can|could) (?:i|we|you) |let us |please |i will )?"
    r"(?:do|run|move|put|shift|have) (?:it|that) (?:on |to )+([\w ]+?)(?: instead| then| please)*[ .!?]*"
)
_LEADING_WEEK = re.compile(r"(?:and |so |please |then )*((?:in |for )?(?:this week|next week|week \d+))\b(?!'s)")


_DAY_OF_WEEK = re.compile(rf"\b{WEEKDAY}\b(?! and\b).*\b(next week|week \d+)\b|\b(next week|week \d+)\b.*\b{WEEKDAY}\b")


def _in_week(clause: str, week: str, scene: Scene) -> str:
    """A later wish of a message that begins with a week: of that week too, where it names no other time."""
    whens = whens_of(clause, scene)
    if heard(clause).intent not in _CAN_BE_IT or any(not is_bare_weekday(when) for when in whens):
        return clause
    at = whens[-1].at[1] if whens else len(clause)
    return f"{clause[:at]} {week}{clause[at:]}"


def _same_run(clause: str, told: Sequence[str], scene: Scene) -> str:
    """ "Long run on Saturday, and 12 instead of 14": a size that names no run is one of the run named before."""
    names = kind_of(clause) or whens_of(clause, scene) or _IT.search(clause)
    if names or not told or heard(clause).intent != "size":
        return clause
    run = _last_run(told, scene)
    return f"{clause} for {run}" if run else clause


def _it(clause: str, told: Sequence[str], scene: Scene) -> str:
    """The clause with the workout in it that "it" stands for: the last one that was named."""
    clause = _LEFT_OUT.sub(r"\1 it\2", clause)
    found = _IT.search(clause)
    if not found or kind_of(clause) or heard(clause).intent not in _CAN_BE_IT or DAY_FIRST.match(clause):
        return clause
    run = _last_run(told, scene)
    return clause[: found.start()] + run + clause[found.end() :] if run else clause


def _last_run(told: Sequence[str], scene: Scene) -> str | None:
    """The workout that was named last, as ``2026-11-29's long run``."""
    for earlier in reversed(told):
        whens = whens_of(earlier, scene)
        workouts = named(earlier, scene, whens) if whens or kind_of(earlier) else []
        workouts = workouts or (named(earlier, scene, ()) if kind_of(earlier) else [])  # "long run to Saturday"
        if workouts and (len(workouts) == 1 or kind_of(earlier)):
            return f"{workouts[0].date.isoformat()}'s {workouts[0].title.lower()}"
    return None


def _that_day(clause: str, told: Sequence[str], scene: Scene) -> str:
    """The clause with the days in it that "that weekend" stands for: the last ones that were named."""
    found = _THAT_DAY.search(clause)
    if not found or whens_of(clause, scene):
        return clause
    for earlier in reversed(told):
        if whens := [each for each in whens_of(earlier, scene) if each.last >= scene.today]:
            first, last = whens[-1].first.isoformat(), whens[-1].last.isoformat()
            days = f"on {first}" if first == last else f"from {first} to {last}"
            return clause[: found.start()] + days + clause[found.end() :]
    return clause
