"""Every threshold of the checks, from both sides: what is just allowed, and what is just too much."""

from __future__ import annotations

import pytest

from planwise_core.training.athlete import Away
from planwise_core.training.plan import Step
from tests.borders import (
    REST,
    SLOW_BACK,
    UNKNOWN,
    Case,
    aged,
    bouts,
    by_minutes,
    easy_share,
    fast_long,
    first,
    flat,
    hard,
    hard_days,
    hurt_before,
    laps,
    last,
    late_longest,
    later_pace,
    lead,
    long_run,
    longest,
    minutes,
    paced,
    paced_s,
    pause,
    ramp,
    returned,
    secs,
    share,
    sore,
    start_running,
    sums,
    taper,
    taper_days,
    told,
    touch,
    twice,
    two_hard,
    ups,
)
from tests.good_plans import (
    day_of,
    to_race,
)

# rule, severity once it is told, just allowed, just too much (or just too little)
SIDES: list[tuple[str, str, Case, Case]] = [
    ("PROG-1", "warning", last(55), last(55.1)),
    ("PROG-1", "error", last(60), last(60.1)),
    ("PROG-1", "error", last(33, 25), last(33.1, 25)),  # 1.6 km for each of 5 runs
    ("PROG-1", "error", last(31.4, 25, days=4), last(31.5, 25, days=4)),
    ("PROG-1", "warning", last(45, 39.9), last(45, 40)),  # a mile per run counts below 40 km
    ("PROG-2", "info", flat(50, 50, 50, 45, 52.5), flat(50, 50, 50, 45, 52.6)),
    ("PROG-2", "info", flat(50, 50, 50, 45.1, 54), flat(50, 50, 50, 45, 54)),
    ("PROG-2", "info", flat(39.9, 39.9, 39.9, 34, 43), flat(40, 40, 40, 34, 43)),
    ("PROG-3", "warning", flat(*[50] * 5, 44, 50, 50), flat(*[50] * 6, 44, 50)),
    ("PROG-3", "warning", flat(50, 50, 50, 45, *[50] * 4), flat(50, 50, 50, 45.1, *[50] * 4)),
    ("PROG-3", "warning", flat(*[50] * 7), flat(*[50] * 8)),
    ("PROG-4", "warning", first(55, 50), first(55.1, 50)),
    ("PROG-4", "error", first(65, 50), first(65.1, 50)),
    ("PROG-4", "error", first(28, 20), first(28.1, 20)),
    ("PROG-5", "warning", ramp(81, 8), ramp(81.1, 8)),
    ("PROG-5", "warning", ramp(90, 13), ramp(90, 12)),
    ("PROG-5", "warning", flat(20, 20, 20, 40), flat(20, 20, 20, 40.1)),
    ("PROG-6", "warning", flat(20, 20, days=3), flat(20, 20, days=2)),
    ("PROG-6", "info", flat(20, 20, days=3), flat(20, 20, days=2, days_per_week=2)),
    ("PROG-6", "info", flat(20, 20, days=3), flat(20, 20, days=2, free_days=("wed", "sun"))),
    ("LR-1", "warning", long_run(22, 20), long_run(22.1, 20)),
    ("LR-1", "error", long_run(26, 20), long_run(26.1, 20)),
    ("LR-1", "error", long_run(24, 20, level="novice"), long_run(24.1, 20, level="novice")),
    ("LR-1", "warning", long_run(11.6, 10), long_run(11.62, 10)),
    ("LR-1", "warning", long_run(17.5, 15.9), long_run(17.7, 16)),
    ("LR-1", "error", hurt_before(91), hurt_before(90)),
    ("LR-1", "error", returned(29, 14, 25), returned(28, 14, 25)),
    ("LR-1", "error", returned(10, 13, 25), returned(10, 14, 25)),
    ("LR-2", "warning", share(20, 5), share(20.1, 5)),
    ("LR-2", "warning", share(30, 3), share(30.1, 3)),  # two thirds, but never more than 60 %
    ("LR-2", "error", share(30, 5), share(30.1, 5)),
    ("LR-2", "warning", share(50, 1), share(31, 2)),
    ("LR-2", "warning", share(25, 5, phase="Recovery"), share(25, 5)),
    ("LR-3", "warning", minutes(150), minutes(151)),
    ("LR-3", "error", minutes(210), minutes(211)),
    ("LR-3", "warning", minutes(180, 40), minutes(181, 40)),
    ("LR-3", "warning", minutes(151, 40), minutes(151, 39.9)),
    ("LR-3", "error", minutes(211, 45), minutes(211, 44.9)),  # an ultra has other limits
    ("LR-3", "warning", minutes(240, 55), minutes(241, 55)),
    ("LR-3", "warning", minutes(330, 85), minutes(331, 85)),
    ("LR-3", "warning", minutes(330, 55.1), minutes(330, 55)),
    ("LR-3", "warning", minutes(360, 110), minutes(361, 110)),
    ("LR-3", "warning", minutes(360, 85.1), minutes(360, 85)),
    ("LR-3", "warning", minutes(420, 161), minutes(421, 161)),
    ("LR-3", "warning", minutes(420, 110.1), minutes(420, 110)),
    ("LR-3", "warning", minutes(220, 50, 140), minutes(220, 50, 141)),
    ("LR-3", "warning", minutes(300, 80, 180), minutes(300, 80, 181)),
    ("LR-3", "warning", minutes(350, 100, 250), minutes(350, 100, 251)),
    ("LR-3", "warning", minutes(400, 160, 320), minutes(400, 160, 321)),
    ("LR-4", "warning", longest(5, 7.5), longest(4.9, 7.5)),
    ("LR-4", "warning", longest(21, 7.5), longest(21.1, 7.5)),
    ("LR-4", "warning", longest(9, 13), longest(8.9, 13)),
    ("LR-4", "warning", longest(24, 13), longest(24.1, 13)),
    ("LR-4", "warning", longest(6, 7.5), longest(6, 7.6)),
    ("LR-4", "warning", longest(16, 25), longest(15.9, 25)),
    ("LR-4", "warning", longest(32, 25), longest(32.1, 25)),
    ("LR-4", "warning", longest(9.5, 13), longest(9.5, 13.1)),
    ("LR-4", "warning", longest(11.5, 15), longest(11.3, 15)),
    ("LR-4", "warning", longest(24, 44.9), longest(23.9, 44.9)),
    ("LR-4", "warning", longest(42, 44.9), longest(42.1, 44.9)),
    ("LR-4", "warning", longest(33, 25.1), longest(33, 25)),
    ("LR-4", "warning", longest(4.5, 4.5), longest(4.4, 4.5)),
    ("LR-4", "warning", longest(7.2, 8), longest(7.1, 8)),  # eight tenths of 9 km
    ("LR-4", "warning", longest(17.1, 30), longest(17, 30)),  # 30/42.195 of 24 km
    ("LR-4", "warning", longest(50, 45), longest(50, 44.9)),
    ("LR-5", "warning", fast_long(5), fast_long(4)),
    ("LR-5", "warning", later_pace(0.985), later_pace(0.975)),
    ("LR-5", "warning", later_pace(0.8, None), later_pace(0.8)),
    ("LR-6", "warning", minutes(200, 80, 150), minutes(200, 80, 151)),
    ("LR-6", "info", minutes(200, 80, 100), minutes(200, 80, 99)),
    ("Q-1", "warning", hard("tempo", 6000), hard("tempo", 6010)),
    ("Q-1", "error", hard("tempo", 7500), hard("tempo", 7510)),
    ("Q-1", "error", hard("tempo", 5200, 39.9), hard("tempo", 5200, 40)),
    ("Q-1", "warning", hard("vo2_long", 4800), hard("vo2_long", 4810)),
    ("Q-1", "warning", hard("vo2_long", 10_000, 130), hard("vo2_long", 10_010, 130)),
    ("Q-1", "warning", hard("reps", 3000), hard("reps", 3010)),
    ("Q-1", "warning", hard("reps", 8000, 170), hard("reps", 8010, 170)),
    ("Q-1", "warning", hard("steady", 12_000), hard("steady", 12_010)),
    ("Q-1", "warning", hard("marathon_pace", 29_000, 200, 70), hard("marathon_pace", 29_010, 200, 70)),
    ("Q-1", "warning", by_minutes("marathon_pace", 110, 1000), by_minutes("marathon_pace", 111, 1000)),
    ("Q-2", "warning", hard_days("tempo", 1, "novice"), hard_days("tempo", 2, "novice")),
    ("Q-2", "warning", hard_days("tempo", 2, "intermediate"), hard_days("tempo", 3, "intermediate")),
    ("Q-2", "warning", hard_days("tempo", 3, "advanced"), hard_days("tempo", 4, "advanced")),
    ("Q-2", "warning", hard_days("tempo", 3, None), hard_days("tempo", 4, None)),
    ("Q-2", "warning", hard_days("reps", 2, "advanced"), hard_days("reps", 3, "advanced")),
    ("Q-5", "warning", easy_share(100), easy_share(101)),
    ("Q-5", "warning", easy_share(130, count=3, easy_weeks=1), easy_share(101, count=4, easy_weeks=1)),
    ("Q-5", "error", easy_share(140, "novice"), easy_share(141, "novice")),
    ("Q-4", "warning", bouts("cruise_intervals", secs(1200)), bouts("cruise_intervals", secs(1201))),
    ("Q-4", "warning", bouts("sub_threshold", secs(2400)), bouts("sub_threshold", secs(2401))),
    ("Q-4", "warning", bouts("vo2_short", secs(300)), bouts("vo2_short", secs(301))),
    ("Q-4", "warning", bouts("reps", secs(120), secs(240, "rest")), bouts("reps", secs(121), secs(300, "rest"))),
    ("Q-4", "warning", bouts("reps", laps(400), secs(240, "rest")), bouts("reps", laps(410), secs(300, "rest"))),
    ("Q-4", "warning", bouts("reps", secs(60), secs(120, "rest")), bouts("reps", secs(60), secs(119, "rest"))),
    ("Q-4", "warning", bouts("vo2_long", secs(200), REST), bouts("vo2_long", secs(200), secs(251, "rest"))),
    ("Q-4", "warning", bouts("vo2_short", secs(60), None, 300), bouts("vo2_short", secs(60), None, 299)),
    ("Q-4", "info", bouts("vo2_short", secs(60), None, 570), bouts("vo2_short", secs(60), None, 569)),
    ("Q-4", "info", bouts("vo2_short", secs(60), None, None, 570), bouts("vo2_short", secs(60), None, None, 569)),
    ("STEPS", "warning", sums(10, (Step(metres=10_500),)), sums(10, (Step(metres=10_510),))),
    ("STEPS", "warning", sums(10, (Step(metres=9500),)), sums(10, (Step(metres=9490),))),
    ("STEPS", "warning", sums(3, (Step(metres=3200),)), sums(3, (Step(metres=3205),))),
    ("STEPS", "warning", sums(10, paced_s(3600)), sums(10, paced_s(3601))),
    ("STEPS", "warning", sums(None, (secs(3780),), 60), sums(None, (secs(3790),), 60)),
    ("STEPS", "warning", sums(None, (secs(660),), 10), sums(None, (secs(665),), 10)),
    ("STEPS", "warning", sums(None, paced(12_000), 60), sums(None, paced(12_010), 60)),
    ("TAPER-2", "warning", touch(14), touch(15)),
    ("TAPER-2", "warning", touch(10, "easy_strides"), touch(10, "easy")),
    ("TAPER-2", "warning", taper_days(4), taper_days(3)),
    ("TAPER-3", "warning", late_longest(42.195, 14), late_longest(42.195, 13)),
    ("TAPER-3", "warning", late_longest(24.9, 7), late_longest(24.9, 6)),
    ("TAPER-3", "warning", late_longest(24.9, 13), late_longest(25, 13)),
    ("LEAD-1", "warning", lead(8, 13, 5.2), lead(7, 13, 5.1)),
    ("LEAD-1", "warning", lead(8, 13, 5.1), lead(7, 13, 5.1)),
    ("LEAD-1", "warning", lead(7, 13, 5.2), lead(7, 13, 5.1)),
    ("LEAD-1", "warning", lead(8, 13, 4), lead(8, 13.1, 4)),
    ("LEAD-1", "warning", lead(10, 25, 9), lead(9, 25, 9)),
    ("LEAD-1", "warning", lead(10, 25, 9), lead(10, 25.1, 9)),
    ("LEAD-1", "warning", lead(12, 42.195, 9), lead(11, 42.195, 9)),
    ("YOUTH-1", "error", aged(18, 42), aged(17, 42)),
    ("YOUTH-1", "error", aged(17, 41.9), aged(17, 42)),
    ("MASTERS-1", "warning", two_hard(2, 49), two_hard(2, 50)),
    ("MASTERS-1", "warning", two_hard(3, 50), two_hard(2, 50)),
    ("MASTERS-1", "warning", two_hard(2, 50, "cruise_intervals"), two_hard(2, 50, "hills_long")),
    ("MASTERS-2", "warning", ups(3, 50), ups(4, 50)),
    ("MASTERS-2", "warning", ups(6, 50), ups(5, 50)),
    ("MASTERS-2", "warning", ups(4, 49), ups(4, 50)),
    ("MASTERS-2", "warning", ups(4, 50, 7), ups(4, 50, 8)),
    ("BEGIN-1", "warning", start_running(3, 4), start_running(2, 4)),
    ("BEGIN-1", "warning", start_running(1, 5), start_running(1, 4.9)),
    ("BEGIN-1", "warning", start_running(1, 4, "advanced"), start_running(1, 4)),
    ("INJURY-1", "warning", sore(3, 1), sore(4, 1)),
    ("INJURY-1", "warning", sore(4, 3), sore(4, 2)),
    ("DOUBLE-1", "error", twice(80), twice(79.9)),
    ("RETURN-1", "warning", pause(5, (0, 40, "easy")), pause(6, (0, 40, "easy"))),
    ("RETURN-1", "warning", pause(14, (0, 27.5, "easy")), pause(14, (0, 27.6, "easy"))),
    ("RETURN-1", "warning", pause(14, *SLOW_BACK, (7, 41.2, "easy")), pause(14, *SLOW_BACK, (7, 41.3, "easy"))),
    ("RETURN-2", "warning", pause(14, *SLOW_BACK, (7, 6, "tempo")), pause(14, *SLOW_BACK, (6, 6, "tempo"))),
    ("RETURN-2", "warning", pause(5, (0, 6, "tempo")), pause(6, (0, 6, "tempo"))),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "severity", "allowed", "broken"), SIDES)
def test_a_threshold_holds_from_both_sides(rule: str, severity: str, allowed: Case, broken: Case) -> None:
    assert severity not in [finding.severity for finding in told(allowed, rule)]
    assert severity in [finding.severity for finding in told(broken, rule)]


@pytest.mark.parametrize(("weeks_before", "is_told"), [(3, False), (4, True)])
def test_a_short_plan_is_tapered_from_what_was_run_before(weeks_before: int, is_told: bool) -> None:
    made = to_race(10.0, [40.0] * weeks_before + [39, 16], [None] * (weeks_before + 1))  # type: ignore[list-item]

    assert bool(told((made, UNKNOWN.but(weekly_km=60)), "TAPER-1")) == is_told


def test_a_week_away_is_no_taper_too_far() -> None:
    made, runner = taper(21.0975, 1, 0.3)
    away = Away(first=day_of(8, "fri"), last=day_of(8, "sun"))

    assert told((made, runner), "TAPER-1")
    assert told((made, runner.but(away=(away,))), "TAPER-1") == []
    assert told((made, runner.but(away=(away.but(first=day_of(7, "mon"), last=day_of(7, "fri")),))), "TAPER-1")
    a_week = away.but(first=day_of(7, "mon"), last=day_of(7, "sun"))  # RETURN-1 asks for half of it in the week after
    assert told((made, runner.but(away=(a_week,))), "TAPER-1") == []


def test_after_a_long_break_the_peak_before_it_asks_for_no_big_taper() -> None:
    kms = [80.0] * 4 + [1.0] * 5 + [30.0] * 8 + [24, 18, 12]
    made = to_race(42.195, kms, [None] * 19)  # type: ignore[list-item]
    away = Away(first=day_of(5, "mon"), last=day_of(9, "sun"))

    assert told((made, UNKNOWN), "TAPER-1")
    assert told((made, UNKNOWN.but(away=(away,))), "TAPER-1") == []


def test_one_run_a_week_is_not_too_much_of_it() -> None:
    assert told(share(50, 1), "LR-2") == []


FRACTIONS = [
    (13.0, 1, 0.65, 0.95), (13.0, 0, 0.20, 0.65), (5.0, 1, 0.65, 0.95), (13.1, 1, 0.60, 0.90), (25.0, 1, 0.60, 0.90),
    (25.0, 0, 0.25, 0.50), (25.1, 2, 0.70, 0.92), (45.0, 2, 0.70, 0.92), (45.0, 1, 0.50, 0.85), (45.0, 0, 0.20, 0.55),
    (45.1, 2, 0.50, 0.92), (100.0, 1, 0.27, 0.85), (100.0, 0, 0.13, 0.55),
]  # fmt: skip


@pytest.mark.parametrize(("race_km", "weeks_before", "low", "high"), FRACTIONS)
def test_the_taper_has_bounds_and_wider_ones_for_errors(
    race_km: float, weeks_before: int, low: float, high: float
) -> None:
    def severity(part: float) -> str | None:
        found = told(taper(race_km, weeks_before, part), "TAPER-1")
        return found[0].severity if found else None

    assert (severity(low), severity(high)) == (None, None)
    assert (severity(low - 0.002), severity(high + 0.002)) == ("warning", "warning")
    assert (severity(low * 0.85 + 0.001), severity(high * 1.15 - 0.001)) == ("warning", "warning")
    assert (severity(low * 0.85 - 0.002), severity(high * 1.15 + 0.002)) == ("error", "error")
