"""Cross-training and strength: on the days asked for, instead of running, or beside it."""

from __future__ import annotations

from collections.abc import Sequence

from planwise_core.training.values import WEEKDAYS, Weekday
from planwise_core.training.weekplan import near
from planwise_core.training.weekroom import WeekRoom
from planwise_core.training.workouts import HARD, Content, make


def add_other_sports(week: WeekRoom, made: dict[Weekday, list[Content]]) -> None:
    """Cross-training on the days asked for (or instead of running), strength on days without hard work."""
    athlete = week.season.athlete
    open_days = [day for day in WEEKDAYS if _may_train(week, day)]
    wanted = [day for day in open_days if day in athlete.cross_days]
    free = [day for day in open_days if day in athlete.free_days]
    more = week.season.method.cross_per_week if week.taper is None else 0
    if week.load == 0:
        more = max(more, min(week.run_days, 4))
    empty = [day for day in free if day not in made and day not in wanted]
    wanted += empty[: max(more - len(wanted), 0)]
    for day in wanted:
        made.setdefault(day, []).append(make("cross_train", minutes=_sport_minutes(week, day, 40)))
    is_light = week.taper is not None or week.is_beginning
    strength = min(athlete.strength_per_week, 1) if is_light else athlete.strength_per_week
    if week.season.is_fragile and not week.is_race_week:
        strength = max(strength, 1)  # prevention: strong hips and calves before more kilometres
    if week.is_race_week:
        strength = 0
    taken: list[Weekday] = []
    for _ in range(min(strength, len(free))):
        day = min(set(free) - set(taken), key=lambda day: _strength_cost(day, made, taken))
        taken.append(day)
        made.setdefault(day, []).append(make("strength", minutes=_sport_minutes(week, day, 30)))


def _may_train(week: WeekRoom, day: Weekday) -> bool:
    season, date = week.season, week.date(day)
    if date < season.first_day or season.athlete.is_away(date) or day in week.tune_ups:
        return False
    return season.race_day is None or (season.race_day - date).days > 1


def _sport_minutes(week: WeekRoom, day: Weekday, usual: int) -> int:
    limit = week.season.athlete.minutes_on(day)
    return min(usual, limit) if limit else usual


def _strength_cost(day: Weekday, made: dict[Weekday, list[Content]], taken: Sequence[Weekday]) -> tuple[int, int]:
    """Best on an easy day, then a day off; not before a hard or long one, nor twice in a row if it can be helped."""
    here = made.get(day, [])
    after = made.get(WEEKDAYS[(WEEKDAYS.index(day) + 1) % 7], [])
    is_before_hard = any(each.type in HARD or each.type == "long" for each in after)
    is_hard = any(each.type in HARD or each.type == "long" for each in here)
    is_again = any(near(day, other) for other in taken)
    runs = [each for each in here if each.type not in {"strength", "cross_train"}]
    return (4 * is_before_hard + 3 * is_hard + 4 * is_again + (not runs), WEEKDAYS.index(day))
