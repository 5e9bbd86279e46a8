"""What the components show, as the values they are drawn from."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from pathlib import Path
from typing import Any

import altair
import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planwise_core.training.checks import Finding
from planwise_core.training.edits import Add, Change, Drop, Frame, Move, apply
from planwise_core.training.edits import diff as edits_between
from planwise_core.training.journal import Run
from planwise_core.training.plan import WORKOUT_TYPES, Plan, Repeat, Step
from planwise_core.training.versions import compare
from planwise_core.ui import charts, overlay, vega
from planwise_core.ui.calendar import calendar_of, moved_in, opened_in
from planwise_core.ui.diff import sentence, summary, weeks_of
from planwise_core.ui.findings import line, sorted_out, tally, told_later
from planwise_core.ui.proposal import choices_of
from planwise_core.ui.style import (
    INTENSITIES,
    PHASE_COLOURS,
    date_format,
    from_units,
    in_units,
    intensity_of,
    short_name,
    shown_day,
    shown_delta,
    shown_plain,
    shown_text,
)
from planwise_core.ui.timeline import compared_in, restored_in
from planwise_core.ui.workout import profile, steps_text
from planwise_core.ui.workout import summary as workout_summary
from tests.builders import MONDAY, easy, plan, workout
from tests.strategies import plans

TUESDAY = MONDAY + dt.timedelta(days=1)


def chips(data: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {chip["key"] if "key" in chip else chip["id"]: chip for chip in all_chips(data)}


def all_chips(data: dict[str, Any]) -> list[dict[str, Any]]:
    return [chip for week in data["weeks"] for day in week["days"] for chip in day["items"]]


# --- style


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio of two #rrggbb colours."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


THEME = tomllib.loads(Path(__file__, "../../.streamlit/config.toml").resolve().read_text("utf-8"))["theme"]


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("colour", sorted({each.colour for each in INTENSITIES} | set(PHASE_COLOURS.values())))
def test_every_colour_can_be_told_from_the_background_in_both_modes(colour: str, mode: str) -> None:
    assert contrast(colour, THEME[mode]["backgroundColor"]) >= 3


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_text_links_and_primary_buttons_can_be_read_in_both_modes(mode: str) -> None:
    colours = THEME[mode]

    for background in ("backgroundColor", "secondaryBackgroundColor"):
        assert contrast(colours["textColor"], colours[background]) >= 7
        assert contrast(colours["linkColor"], colours[background]) >= 4.5
        assert contrast(colours["grayTextColor"], colours[background]) >= 4.5
    assert contrast(colours["primaryColor"], "#ffffff") >= 4.5


def test_colour_never_speaks_alone() -> None:
    assert len({each.glyph for each in INTENSITIES}) == len({each.colour for each in INTENSITIES}) == len(INTENSITIES)


@pytest.mark.parametrize("kind", WORKOUT_TYPES)
def test_every_type_has_an_intensity_and_a_name_for_small_cells(kind: Any) -> None:
    assert intensity_of(kind) in INTENSITIES
    assert 1 <= len(short_name(kind)) <= 8


def test_a_day_is_written_the_way_of_the_locale() -> None:
    assert shown_day(TUESDAY, "de-DE") == shown_day(TUESDAY) == "Tue 24 Nov"
    assert shown_day(TUESDAY, "en-US", year=True) == "Tue, Nov 24, 2026"
    assert (date_format("en-US"), date_format("uk-UA")) == ("MM/DD/YYYY", "DD/MM/YYYY")


def test_numbers_are_in_the_runners_units_and_come_back_from_them() -> None:
    assert in_units(10, "mi") == 6.2
    assert from_units(1, "mi") == pytest.approx(1.609344)
    assert [shown_delta(km, "km") for km in (3, -2.5, 0)] == ["+3 km", "−2.5 km", "±0 km"]


def test_no_image_is_fetched_from_a_models_words_and_no_dollar_becomes_a_formula() -> None:
    said = shown_text("![spy](https://evil.test/?q=1) costs $5 or $6 ![spy][1] ![")

    assert "evil.test" not in said
    assert "![" not in said
    assert said.count("\\$") == 2


def test_a_title_is_shown_as_it_is_written() -> None:
    assert shown_plain("**Long**\n:red[run] [x](http://y)") == (
        "\\*\\*Long\\*\\* \\:red\\[run\\] \\[x\\]\\(http\\:\\/\\/y\\)".replace("\\/", "/")
    )


# --- calendar


def test_the_calendar_has_seven_days_a_week_from_monday_with_totals() -> None:
    data = calendar_of(plan(easy("tue", 8), easy("sun", 12), easy("mon", 5, week=2)), MONDAY)

    assert [len(week["days"]) for week in data["weeks"]] == [7] * 4
    assert [week["km"] for week in data["weeks"]] == ["20 km", "5 km", "0 km", "0 km"]
    assert data["weeks"][0]["days"][0]["day"] == "mon"
    assert [chip["id"] for chip in data["weeks"][0]["days"][6]["items"]] == ["w1-sun"]


def test_a_calendar_that_starts_on_sunday_has_rows_of_its_own_days_and_says_whose_week_they_are() -> None:
    shown = plan(easy("tue", 8), easy("sun", 12), easy("mon", 5, week=2), weeks=2)

    data = calendar_of(shown, MONDAY, starts="sun")

    assert data["names"][:2] == ["Sun", "Mon"]
    rows = data["weeks"]
    assert [row["name"] for row in rows] == ["22–28 Nov", "29 Nov – 5 Dec", "6–12 Dec"]
    assert [row["phase"] for row in rows] == [
        "Base · week 1 from Mon",
        "Base · week 2 from Mon",
        "Base · week 2 to Sun",
    ]
    assert [row["km"] for row in rows] == ["8 km", "17 km", "0 km"]
    assert [row["now"] for row in rows] == [True, False, False]
    assert [chip["id"] for chip in rows[1]["days"][0]["items"]] == ["w1-sun"]
    assert [day.get("week", row["n"]) for row in rows for day in row["days"]] == [0, *[1] * 7, *[2] * 7, *[3] * 6]


def test_nothing_can_be_put_outside_the_plan_where_a_row_reaches_beyond_it() -> None:
    shown = calendar_of(plan(easy("tue"), weeks=1), MONDAY - dt.timedelta(days=7), starts="sun")

    assert [day["open"] for row in shown["weeks"] for day in row["days"]] == [False, *[True] * 7, *[False] * 6]


@given(plans(), st.integers(-20, 60))
def test_the_first_day_of_a_row_changes_where_a_workout_stands_and_nothing_about_it(own: Plan, days: int) -> None:
    today = own.start_date + dt.timedelta(days=days)
    monday, sunday = (calendar_of(own, today, starts=first) for first in ("mon", "sun"))

    assert all_chips(monday) == all_chips(sunday)
    cells = [
        {(day.get("week", week["n"]), day["day"]): day["open"] for week in data["weeks"] for day in week["days"]}
        for data in (monday, sunday)
    ]
    assert cells[0].items() <= cells[1].items()
    assert not any(open_ for at, open_ in cells[1].items() if at not in cells[0])


def test_today_is_marked_once_and_its_week_is_brought_into_sight() -> None:
    data = calendar_of(plan(easy("tue")), TUESDAY)

    assert [day["label"] for week in data["weeks"] for day in week["days"] if day["today"]] == ["24"]
    assert [week["n"] for week in data["weeks"] if week["now"]] == [1]


def test_what_is_past_done_or_the_race_does_not_move() -> None:
    shown = plan(easy("mon"), easy("tue"), easy("wed"), workout("sun", 21.0975, type="race"))

    drawn = chips(calendar_of(shown, TUESDAY, done={"w1-tue"}))

    assert {name: chip["movable"] for name, chip in drawn.items()} == {
        "w1-mon": False,
        "w1-tue": False,
        "w1-wed": True,
        "w1-sun": False,
    }
    assert drawn["w1-tue"]["done"]
    assert not any(chip["movable"] for chip in all_chips(calendar_of(shown, TUESDAY, movable=False)))


def test_nothing_can_be_put_on_a_day_that_has_passed() -> None:
    data = calendar_of(plan(easy("wed")), TUESDAY)

    assert [day["open"] for day in data["weeks"][0]["days"]] == [False] + [True] * 6


def test_two_workouts_a_day_stand_in_one_cell() -> None:
    twice = plan(easy("tue"), workout("tue", None, type="strength", id="gym", minutes=30))

    cell = calendar_of(twice, MONDAY)["weeks"][0]["days"][1]["items"]

    assert [(chip["kind"], chip["size"]) for chip in cell] == [("other", "30 min"), ("easy", "8 km")]


def test_a_workout_says_everything_to_a_screen_reader() -> None:
    drawn = chips(calendar_of(plan(easy("tue", title="Easy run")), MONDAY, units="mi"))

    assert drawn["w1-tue"]["aria"] == "Easy run, 5 mi, easy, Tue 24 Nov, press m to move"


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ({"id": "w1-tue", "week": 2, "day": "fri"}, ("w1-tue", 2, "fri")),
        ({"id": "w1-tue", "week": "2", "day": "fri"}, None),
        ({"id": "w1-tue", "week": 2, "day": "friday"}, None),
        ({"id": ["w1-tue"], "week": 2, "day": "fri"}, None),
        ({"week": 2, "day": "fri"}, None),
        ("w1-tue", None),
        (None, None),
    ],
)
def test_a_move_from_a_browser_has_the_shape_of_one_or_is_none(sent: Any, read: Any) -> None:
    assert moved_in({"moved": sent}) == read


@pytest.mark.parametrize(
    ("sent", "read"), [("w3-tue#2", "w3-tue"), ("w3-tue", "w3-tue"), (None, None), ({"a": 1}, None)]
)
def test_an_opened_workout_is_its_id_whatever_the_click(sent: Any, read: str | None) -> None:
    assert opened_in({"selected": sent}) == read


@pytest.mark.parametrize("sent", [None, 5, {"a": 1}, {"a": "1", "b": 2}, {"a": 1, "b": None}])
def test_a_comparison_from_a_browser_has_the_shape_of_one_or_is_none(sent: Any) -> None:
    assert compared_in({"compare": sent}) is None
    assert compared_in({"compare": {"a": 3, "b": 4}}) == (3, 4)


@pytest.mark.parametrize(("sent", "read"), [(7, 7), (None, None), ("7", None), ({"n": 7}, None)])
def test_a_version_to_restore_is_a_number(sent: Any, read: int | None) -> None:
    assert restored_in({"restore": sent}) == read


# --- charts


def values_of(spec: dict[str, Any]) -> list[list[dict[str, Any]]]:
    return [json.loads(layer["data"]["values"]) for layer in spec["layer"]]


def test_altair_finds_nothing_wrong_with_the_documents() -> None:
    old = plan(easy("tue", 8), easy("tue", 8, week=2), workout("sun", 21.0975, week=4, type="race"))
    new = apply(old, [Change(workout="w2-tue", km=5)])
    rows = charts.week_rows(old, {1: 7.5}, "km", None)
    pairs = overlay.pair_rows(compare(old, new), "km", None)

    for spec in (
        charts.weekly_spec(old, rows, now=1, units="km"),
        overlay.comparison_spec(pairs, "km", small=False),
        overlay.comparison_spec(pairs, "mi", small=True),
    ):
        assert altair.LayerChart.from_dict(spec, validate=True).layer
    with pytest.raises(jsonschema.ValidationError):
        altair.LayerChart.from_dict({"layer": [{"mark": "pie"}]}, validate=True)


def test_the_bars_of_a_week_add_up_to_its_kilometres() -> None:
    shown = plan(easy("tue", 8), workout("thu", 6, type="tempo"), workout("sun", 14, type="long"))
    rows = charts.week_rows(shown, {}, "km", None)

    assert rows[0]["Planned"] == 28
    assert (rows[0]["Easy"], rows[0]["Threshold"], rows[0]["Long"], rows[0]["Long run"]) == (8, 6, 14, 14)


def test_the_weekly_chart_holds_its_rows_in_its_layers_and_nothing_at_the_top() -> None:
    shown = plan(easy("tue"), workout("sun", 21.0975, week=4, type="race"))
    rows = charts.week_rows(shown, {1: 7.5}, "km", None)

    spec = charts.weekly_spec(shown, rows, now=1, units="km")

    assert "data" not in spec
    assert "datasets" not in spec
    said = {row.get("text") for rows in values_of(spec) for row in rows}
    assert {"▾ now", "⚑ Race"} <= said


def test_runs_are_summed_into_the_weeks_of_the_plan() -> None:
    runs = [Run(date=MONDAY, km=5.1), Run(date=TUESDAY, km=5.2), Run(date=MONDAY - dt.timedelta(days=1), km=99)]

    assert charts.done_km(plan(easy("tue")), runs) == {1: 10.3}


def test_two_plans_stand_week_by_week_over_one_another() -> None:
    old = plan(easy("tue", 8), easy("tue", 8, week=2))
    new = apply(old, [Change(workout="w2-tue", km=5)])

    rows = overlay.pair_rows(compare(old, new), "km", None)
    spec = overlay.comparison_spec(rows, "km", small=False)

    assert [row["Change"] for row in rows] == [0, -3, 0, 0]
    assert [row["label"] for rows in values_of(spec) for row in rows if "label" in row] == ["−3"]


def test_shares_of_intensity_are_per_cent_of_the_kilometres_run() -> None:
    shown = plan(easy("tue", 15), workout("thu", 5, type="tempo"), workout("fri", None, type="strength", minutes=30))

    shares = overlay.shares(shown.workouts)

    assert (shares["Easy"], shares["Threshold"], shares["Fast"]) == (75, 25, 0)
    drawn = overlay.mix_html("<Now>", shares)
    assert "&lt;Now&gt;" in drawn
    assert drawn.count("flex-grow:75") == drawn.count("Easy 75 %") == drawn.count("Threshold 25 %") == 1
    assert "Fast" not in drawn


def test_a_chart_without_a_kilometre_can_be_drawn() -> None:
    empty = plan()

    rows = charts.week_rows(empty, {}, "km", None)

    assert charts.weekly_spec(empty, rows, now=99, units="km")["layer"]
    assert "Nothing to run." in overlay.mix_html("Now", overlay.shares(()))


def test_a_table_keeps_its_columns_whatever_stands_in_a_cell() -> None:
    assert vega.table([{"A": "x|y", "B": None}]) == "| A | B |\n| --- | --- |\n| x\\|y |  |"


# --- a comparison


def test_a_move_is_drawn_from_where_it_was_to_where_it_is() -> None:
    old = plan(easy("sun", 12), easy("tue"))
    new = apply(old, [Move(workout="w1-sun", week=1, day="fri")])

    data = weeks_of(new, compare(old, new), "km", None)

    assert data["links"] == [("w1-sun:from", "w1-sun:to")]
    marks = {day["day"]: [chip["mark"] for chip in day["items"]] for day in data["weeks"][0]["days"] if day["items"]}
    assert marks == {"tue": ["same"], "fri": ["moved"], "sun": ["left"]}


def test_only_changed_weeks_are_drawn_and_a_move_across_weeks_draws_both() -> None:
    old = plan(easy("tue"), easy("tue", week=2), easy("tue", week=3), easy("tue", week=4))
    new = apply(old, [Move(workout="w2-tue", week=3, day="wed")])

    assert [week["n"] for week in weeks_of(new, compare(old, new), "km", None)["weeks"]] == [2, 3]


def test_a_move_from_sunday_to_monday_stays_in_one_row_where_calendars_start_on_sunday() -> None:
    old = plan(easy("sun", 12), easy("tue", 8, week=2), weeks=2)
    new = apply(old, [Move(workout="w1-sun", week=2, day="mon"), Change(workout="w2-tue", km=5)])
    compared = compare(old, new)

    (row,) = weeks_of(new, compared, "km", None, starts="sun")["weeks"]

    assert (row["name"], row["km"], row["note"]) == ("29 Nov – 5 Dec", "17 km", "−3 km")
    assert [len(day["items"]) for day in row["days"]] == [1, 1, 1, 0, 0, 0, 0]
    assert [week["note"] for week in weeks_of(new, compared, "km", None)["weeks"]] == ["−12 km", "+9 km"]


def test_a_changed_workout_shows_what_it_was() -> None:
    old = plan(easy("tue", 8), easy("thu", 6))
    new = apply(
        old, [Change(workout="w1-tue", km=10), Drop(workout="w1-thu"), Add(week=1, day="sat", type="easy", km=5)]
    )

    drawn = chips(weeks_of(new, compare(old, new), "km", None))

    assert (drawn["w1-tue"]["was"], drawn["w1-tue"]["size"], drawn["w1-tue"]["glyph"]) == ("8 km", "10 km", "~")
    assert [(drawn[name]["mark"], drawn[name]["glyph"]) for name in ("w1-thu", "w1-sat")] == [
        ("dropped", "×"),
        ("added", "+"),
    ]


def test_where_room_is_short_a_changed_workout_was_what_its_kind_or_size_was() -> None:
    old = plan(
        workout("tue", 8, type="tempo", title="Tempo 20 min"), workout("sun", 12, type="reps", title="10 x 200 m")
    )
    easier = old.by_id["w1-tue"].but(type="easy", title="Easy run", km=6.0)
    fewer = old.by_id["w1-sun"].but(title="8 x 200 m", km=10.0)
    new = old.but(workouts=(easier, fewer))

    drawn = chips(weeks_of(new, compare(old, new), "km", None))

    assert (drawn["w1-tue"]["was"], drawn["w1-tue"]["was_short"]) == ("Tempo 20 min", "Tempo")
    assert (drawn["w1-sun"]["was"], drawn["w1-sun"]["was_short"]) == ("10 x 200 m", "12 km")


def test_each_change_is_a_sentence_and_all_of_them_a_summary() -> None:
    old = plan(easy("tue", 8, title="Easy run"), easy("sun", 12, title="Long run"))
    new = apply(old, [Change(workout="w1-tue", km=10), Move(workout="w1-sun", week=1, day="fri")])
    compared = compare(old, new)

    assert [sentence(each, "km", None) for each in compared.differences] == [
        "\\~ changed **Easy run** on Tue 24 Nov, 8\u00a0km → 10\u00a0km (+2\u00a0km)",
        "→ moved **Long run** Sun 29 Nov → Fri 27 Nov",
    ]
    assert summary(compared, "km") == "1 moved, 1 changed, +2 km"


def test_a_comparison_of_plans_that_share_no_week_can_be_drawn() -> None:
    old = plan(easy("tue"))
    later = Plan(goal="5 km", start_date=MONDAY + dt.timedelta(weeks=30), weeks=old.weeks, workouts=())

    data = weeks_of(later, compare(old, later), "km", None)

    assert [week["name"] for week in data["weeks"]] == ["Before"]


# --- a proposal


def test_every_edit_of_a_proposal_can_be_ticked_exactly_once() -> None:
    old = plan(easy("tue"), easy("thu"), easy("sun", 12))
    new = apply(
        old,
        [
            Move(workout="w1-tue", week=1, day="wed"),
            Change(workout="w1-tue", km=4),
            Drop(workout="w1-thu"),
            Add(week=2, day="fri", type="easy", km=5),
        ],
    ).but(goal="10 km")
    edits = edits_between(old, new)

    choices = choices_of(edits, compare(old, new).differences)

    ticked = [at for _, indexes in choices for at in indexes]
    assert sorted(ticked) == list(range(len(edits)))
    assert choices[0][0] is None
    assert [isinstance(edits[at], Frame) for at in choices[0][1]] == [True]


def test_leaving_one_change_out_leaves_only_that_one_out() -> None:
    old = plan(easy("tue"), easy("sun", 12))
    new = apply(old, [Move(workout="w1-tue", week=1, day="wed"), Change(workout="w1-sun", km=9)])
    edits = edits_between(old, new)
    kept = [indexes for change, indexes in choices_of(edits, compare(old, new).differences) if change.kind == "moved"]

    partly = apply(old, [edits[at] for indexes in kept for at in indexes])

    assert [(each.kind, each.after.id) for each in compare(old, partly).differences] == [("moved", "w1-tue")]


# --- a workout and findings


def test_the_steps_of_a_workout_read_as_a_list() -> None:
    session = workout(
        "thu",
        8,
        type="cruise_intervals",
        minutes=45,
        steps=(
            Step(kind="warmup", seconds=900, rpe=(2, 3)),
            Repeat(count=4, steps=(Step(kind="interval", metres=1600, pace=(285, 292)), Step(kind="rest", seconds=60))),
            Step(kind="cooldown", metres=2000, hr=(60, 70), note="jog"),
        ),
    )

    assert steps_text(session, "km").splitlines() == [
        "- **Warm up** 15 min, effort\u00a02–\u20603",
        "- **4 ×** **Run** 1600 m at 4:45–4:52 /km, then **Rest** 60 s",
        "- **Cool down** 2 km at 60–70 % of maximum heart rate (jog)",
    ]
    assert workout_summary(session, "mi", "en-US") == "Thu, Nov 26 · **5 mi** · about 45 min · threshold"
    assert profile(session).count("<i ") == 10


def test_markup_in_notes_stays_text() -> None:
    session = workout("thu", steps=(Step(metres=400, note="<img src=x>[a](http://b)"),))

    assert "\\<img" in steps_text(session, "km")
    assert "<img" not in profile(session)


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("Week 7 has 40 km.", "Week 7 has 40 km\\."),
        ("'Fartlek' in week 7 has no warm-up.", "'Fartlek' in week 7 has no warm\\-up\\."),
        ("The longest run is 8 km, as in week 70.", "**Week 7** The longest run is 8 km, as in week 70\\."),
    ],
)
def test_a_finding_names_its_week_once(message: str, shown: str) -> None:
    assert line(Finding(rule="Q-4", severity="info", week=7, message=message), sourced=False).endswith(f" {shown}")


def test_a_finding_says_where_what_and_by_which_rule() -> None:
    found = Finding(rule="LR-1", severity="error", week=6, message="Too long.", advice="Run 13 km.", source="Frandsen")

    said = line(found)

    assert all(part in said for part in ("**Week 6**", "Too long", "Run 13 km", "LR\\-1", "Frandsen"))
    assert tally([found, found.but(severity="info")]) == "1 serious objection, 1 note"
    assert tally([]) == "no objections"


def test_what_a_change_brings_cures_and_leaves_adds_up() -> None:
    def found(rule: str, week: int, message: str = "Too much.") -> Finding:
        return Finding(rule=rule, severity="warning", week=week, message=message)

    before = [found("LR-1", 3), found("AWAY", 5, "Tuesday."), found("AWAY", 5, "Sunday."), found("Q-5", 7)]
    after = [found("LR-1", 3, "Too much, but less."), found("AWAY", 5, "Tuesday."), found("AWAY", 5, "Friday.")]

    new, gone, both = sorted_out(before, [*after, found("LR-1", 4)])

    assert new == [found("LR-1", 4)]
    assert gone == [found("Q-5", 7)]
    assert both == after


def test_days_off_that_were_told_later_are_counted_in_a_sentence() -> None:
    assert told_later("Version 1", 0) == ""
    assert told_later("Version 1", 1).endswith("they would add 1 more objection.")
    assert told_later("Version 2", 9).endswith("they would add 9 more objections.")
