"""Changes to a plan that stands: each function answers one intent, with edits that apply or with why not."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Sequence

from planwise_core.coach.offline.language import phrases
from planwise_core.coach.offline.refs import LONG, days_of, kind_of, named, weeks_of, whens_of
from planwise_core.coach.offline.remarks import so_many
from planwise_core.coach.offline.scene import Answer, Scene, joined, plural, span_words, spoken, week_words
from planwise_core.coach.offline.when import When
from planwise_core.errors import InvalidEdit
from planwise_core.training.edits import Add, Change, Drop, Edit, Move
from planwise_core.training.plan import Workout, WorkoutType
from planwise_core.training.values import KM_PER_MILE, monday_of, weekday_of
from planwise_core.training.workouts import HARD

Handler = Callable[[str, Scene], Answer]
_DAY = dt.timedelta(days=1)


def proposed(scene: Scene, edits: Sequence[Edit], says: str, why: str = "") -> Answer:
    """The answer with these edits, after seeing that they apply and break no limit; else the reason, and no edit."""
    try:
        edits = scene.sparing(edits)
        changed = scene.after(edits)
    except InvalidEdit as problem:
        return Answer(f"{problem.problem} I left the plan as it is. Would another day or week suit you?")
    if changed == scene.plan:
        return Answer("There is nothing to change there: the plan has no open run in that stretch.")
    return Answer(f"{says} {why}".strip(), edits=tuple(edits))


def title_of(workout: Workout, scene: Scene) -> str:
    return f"{workout.title.lower()}{f' of {scene.km(workout.km)}' if workout.km else ''}"


def is_hard(kind: Collection[str], workout: Workout) -> bool:
    """Whether a hard kind was named and this is a hard workout: "the tempo" of a week that has intervals instead."""
    return bool(HARD & set(kind)) and workout.type in HARD and workout.type not in LONG and bool(set(kind) - LONG)


def ask_which(scene: Scene, verb: str, target: When | None, among: Sequence[Workout] | None = None) -> Answer:
    coming = [each for each in (scene.open if among is None else among) if each.is_run][:3]
    if not coming:
        return Answer("There is no open run left in the plan that I could change.")
    to = f" to {target.words.removeprefix('on ')}" if target else ""
    if verb == "move":
        choices = [f"move {each.date.isoformat()}'s {each.title.lower()}{to}" for each in coming]
    else:
        choices = [f"{verb} the {each.title.lower()} on {each.date.isoformat()}{to}" for each in coming]
    words = joined([f"the {title_of(each, scene)} on {each.date:%A}" for each in coming], "or")
    return Answer(f"Which one do you mean: {words}?", pending="choice:" + "|".join(choices))


_NEXT_ONE = re.compile(r"\b(?:the|my) next (?:one|1|run|session|workout)\b")


def drop(clause: str, scene: Scene) -> Answer:
    whens = whens_of(clause, scene)
    workouts = [each for each in named(clause, scene, whens) if each.id not in scene.spared]
    if not whens and not workouts and _NEXT_ONE.search(clause):
        workouts = [each for each in scene.open if each.is_run][:1]
    counted = not whens and len(workouts) > 1 and re.search(r"\bnext \d\b", clause)  # "the next 2 runs"
    one_of_some = (not whens and not _NEXT_ONE.search(clause)) or (
        len(workouts) > 1
        and re.search(
            r"\w+day or (?:on )?\w+day\b|\b(?:a|1|one|another|the|my) (?:\w+ )?(?:run|session|workout)\b|\b(?:1|"
            r"one|either) of\b",
            clause,
        )
    )
    if one_of_some and whens and len(workouts) > 1 and _YOU_CHOOSE.search(clause):
        return _least(workouts, scene)
    if one_of_some and not counted:
        if kind_of(clause) is None and workouts:
            return ask_which(scene, "skip", None, workouts if whens else None)
        workouts = workouts[:1]
    if not workouts and whens:
        return Answer(f"There is no run {span_words(*_span(whens))}, so that is free already.")
    if not workouts:
        return ask_which(scene, "skip", None)
    was = scene.situation.plan.by_id if scene.situation.plan else {}  # as the runner knows it, not as eased just now
    gone = [each.but(km=was[each.id].km) if each.id in was else each for each in workouts]
    words = joined([f"the {title_of(each, scene)} on {spoken(each.date)}" for each in gone])
    if len(workouts) > 7:
        return Answer(
            "That is more than a week of running. Are you away or ill then, or do you want an easier stretch? Tell "
            "me the days."
        )
    why = "Nothing has to be made up for it."
    return proposed(scene, [Drop(workout=each.id) for each in workouts], f"I'd take out {words}.", why)


def only_on(clause: str, scene: Scene) -> Answer:
    """ "I'm only free on Wednesday and Sunday this week": what stands on the other days of that week is taken out."""
    assert scene.plan is not None  # noqa: S101 - the door sees to it
    if (number := so_many(clause)) and (weeks := weeks_of(clause, scene)):
        return _only_so_many(number, weeks[0], scene)
    days = {when.first.weekday() for when in whens_of(clause, scene) if when.kind == "day"}
    monday = monday_of(scene.today) + (7 * _DAY if re.search(r"\bnext week\b", clause) else 0 * _DAY)
    others = [
        each for each in scene.between(monday, monday + 6 * _DAY) if each.is_run and each.date.weekday() not in days
    ]
    if not others or not days:
        return Answer("The runs of that week are on those days already, so nothing changes.")
    week = [monday + weekday * _DAY for weekday in sorted(days)]
    open_days = [day for day in week if day >= scene.today and not any(each.is_run for each in scene.between(day, day))]
    others.sort(key=lambda each: (each.type not in LONG, each.type not in HARD))  # what matters most keeps a day
    moved = list(zip(others, [*open_days[-1:], *open_days[:-1]], strict=False))  # the long run the last of them
    dropped = others[len(moved) :]
    edits: list[Edit] = [Drop(workout=each.id) for each in dropped]
    edits += [Move(workout=each.id, week=scene.plan.week_of(day), day=weekday_of(day)) for each, day in moved]
    says = [f"move the {title_of(each, scene)} to {spoken(day)}" for each, day in moved]
    if dropped:
        says.append(f"take out {joined([f'the {title_of(each, scene)} on {spoken(each.date)}' for each in dropped])}")
    return proposed(scene, edits, f"I'd {joined(says)}; the rest stays.")


def _only_so_many(number: int, week: int, scene: Scene) -> Answer:
    """ "Only two runs next week": what matters most stays, the long run first, then what is hard, then what is long."""
    assert scene.plan is not None  # noqa: S101 - the door sees to it
    runs = [each for each in scene.open if each.is_run and scene.plan.week_of(each.date) == week]
    runs.sort(key=lambda each: (each.type not in LONG | {"race"}, each.type not in HARD, -(each.km or 0)))
    gone = sorted(runs[number:], key=lambda each: each.date)
    if not gone:
        return Answer(f"There are {plural(len(runs), 'open run')} in {week_words(scene, week)}, so that fits as it is.")
    left = sorted(runs[:number], key=lambda each: each.date)
    kept = joined([f"the {title_of(each, scene)} on {each.date:%A}" for each in left])
    words = joined([f"the {title_of(each, scene)} on {spoken(each.date)}" for each in gone])
    edits = [Drop(workout=each.id) for each in gone]
    return proposed(scene, edits, f"I'd take out {words}, and keep {kept}.", "Nothing has to be made up for it.")


def _span(whens: Sequence[When]) -> tuple[dt.date, dt.date]:
    span = days_of(whens)
    assert span is not None  # noqa: S101 - there is at least one
    return span


_ONE_DAY = re.compile(
    r"\b(?:an?|one|1|another|extra|additional|more) (?:rest|recovery|free|off) ?day\b|\bday (?:off|free)\b"
)


_YOU_CHOOSE = re.compile(
    r"\byou (?:can )?(?:choose|pick|decide)\b|\byour (?:choice|call|pick)\b|\b(?:up to|over to) you\b|\bwhichever\b|"
    r"\bdo not (?:care|mind) which\b"
)


def _least(workouts: Sequence[Workout], scene: Scene) -> Answer:
    """The run the coach would do without: the shortest of those neither hard nor long."""
    least = min(workouts, key=lambda each: (each.type in LONG | HARD, each.km or 0))
    says = f"I'd take out the {title_of(least, scene)} on {spoken(least.date)}, which counts least of them."
    return proposed(scene, [Drop(workout=least.id)], says)


def rest(clause: str, scene: Scene) -> Answer:
    whens = whens_of(clause, scene)
    if any(when.kind == "span" for when in whens) and _ONE_DAY.search(clause):
        week = named(clause, scene, whens)
        if len(week) > 1 and _YOU_CHOOSE.search(clause):
            return _least(week, scene)
        if len(week) > 1:
            return ask_which(scene, "skip", None, [each for each in week if each.type not in LONG] or week)
    if whens:
        return drop(clause, scene)
    if not scene.open:
        return Answer("There is no open run left, so rest as you like.")
    ahead = next((each for each in scene.open if each.is_run), scene.open[0])
    choices = [f"skip the run on {ahead.date.isoformat()}", "make this week easier", "make next week easier"]
    return Answer(
        f"Happy to. Shall I free {spoken(ahead.date)} ({title_of(ahead, scene)}), make the rest of this week easier, "
        f"or next week?",
        pending="choice:" + "|".join(choices),
    )


_NEW_TYPES: tuple[tuple[str, WorkoutType, str], ...] = (
    ("[into/to/with/for/an/a] an? [recovery] | recovery run instead", "recovery", "Recovery run"),
    ("cross | bike | biking | ride | riding | cycl* | swim*", "cross_train", "Cross-training"),
    ("strength | gym", "strength", "Strength"),
    ("[into/to/with/do/a] a? tempo", "tempo", "Tempo run"),
    ("fartlek", "fartlek", "Fartlek"),
    ("strides", "easy_strides", "Easy run with strides"),
    ("progression", "progression", "Progression run"),
    ("[into/to/with/for/do/run/does/be] hill*", "hills_short", "Hills"),
    ("easy | easier | lighter | gentler | gentle | less [intense/hard/demanding]", "easy", "Easy run"),
)


def retype(clause: str, scene: Scene) -> Answer:
    """ "Turn next Tuesday's intervals into an easy run"."""
    parted = re.split(
        r"\b(?:into|to be|with|for|instead of|as)\b|(?<=run|ion) (?=an? (?:recovery|easy|fartlek|tempo)\b)|"
        r"\bto(?= (?:an?|easy|recovery))",
        clause,
        maxsplit=1,
    )
    if swapped := re.match(r"instead of (.+?) (?:could|can|may|i|let|do)\b(.*)", clause):
        parted = [swapped[1], swapped[2]]
        clause = f"{swapped[1]} into{swapped[2]}"
    elif (two := re.search(r"(.+) instead of (.+)", clause)) and kind_of(two[1]) and kind_of(two[2]):
        parted = [two[2], two[1]]
        wanted = phrases("[can/could/may] [we/i/you] | let us | i [want/would like] to | try | do | run | have").sub(
            " ", two[1]
        )
        clause = f"{two[2]} into {' '.join(wanted.split())}"
    what, into = (parted[0], clause[len(parted[0]) :]) if len(parted) > 1 else (clause, clause)
    whens = whens_of(clause, scene)
    workouts = named(what, scene, whens) or named(clause, scene, whens)
    if re.search(r"\b(?:bike|cycle|cycling|biking|swim\w*)\b.*\binstead\b", clause):
        into = clause
    new = next(((kind, title) for words, kind, title in _NEW_TYPES if phrases(words).search(into)), None)
    if new is None or not workouts:
        return ask_which(scene, "ease", None)
    kind, title = new
    workout = next((each for each in workouts if each.type != kind), workouts[0])
    size = re.search(r"\b(\d+(?:\.\d+)?) ?(km|k|miles?|mi)\b", into)
    km = round(float(size[1]) * (KM_PER_MILE if size[2].startswith("mi") else 1), 1) if size else None
    edits = [Change(workout=workout.id, type=kind, title=title, km=km)]
    title = f"{title} of {scene.km(km)}" if km else title
    return proposed(
        scene, edits, f"I'd turn the {title_of(workout, scene)} on {spoken(workout.date)} into: {title.lower()}."
    )


def add(clause: str, scene: Scene) -> Answer:
    """ "Add an easy run on Wednesday", "add strength on Monday"."""
    assert scene.plan is not None  # noqa: S101 - the door sees to it
    whens = [when for when in whens_of(clause, scene) if when.kind == "day" and when.first >= scene.today]
    if not whens:
        return Answer("On which day shall I add it?", pending=f"fill:{clause} on {{}}")
    day = whens[0].first
    kind: WorkoutType = (
        "strength"
        if re.search("strength|gym|weights", clause)
        else "cross_train"
        if re.search("cross|bike|swim", clause)
        else "easy"
    )
    runs = {
        each.date
        for each in scene.plan.workouts
        if each.is_run and scene.plan.week_of(each.date) == scene.plan.week_of(day)
    }
    if kind == "easy" and len(runs | {day}) > (most := scene.athlete.days_per_week or 7):
        return Answer(
            f"That would be run day {len(runs) + 1} of that week, and you told me {most}. Shall I plan {most + 1} "
            "days a week from now on, or leave it?",
            pending=f"choice:{most + 1} days a week from now on|leave it",
        )
    easy = [each.km for each in scene.open if each.type == "easy" and each.km]
    km = re.search(r"(\d+(?:\.\d+)?) ?(km|k|mi|miles?)\b", clause)
    length = float(km[1]) * (KM_PER_MILE if km and km[2].startswith("mi") else 1) if km else min(easy, default=5.0)
    size_ = {"km": round(length, 1)} if kind == "easy" else {"minutes": 30}
    edit = Add(week=scene.plan.week_of(day), day=weekday_of(day), type=kind, **size_)
    words = f"an easy run of {scene.km(round(length, 1))}" if kind == "easy" else kind.replace("_", "-")
    return proposed(scene, [edit], f"I'd add {words} on {spoken(day)}.")
