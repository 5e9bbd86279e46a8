"""Pages to mail and to print: whole, alone, and nothing in them but what was meant."""

from __future__ import annotations

import datetime as dt
import html
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planwise_core.errors import BadInput, NotFound
from planwise_core.files import report
from planwise_core.files.markup import POLICY, Bar, Html, bars, page, tag
from planwise_core.training.athlete import Athlete, Race
from planwise_core.training.checks import review
from planwise_core.training.paces import paces
from planwise_core.training.plan import Plan, Step
from planwise_core.training.race import goal_s_of, strategy_for
from planwise_core.training.versions import Version, compare
from tests.builders import MONDAY, easy, plan, workout
from tests.houses import HALF, MONDAY_MORNING, house
from tests.strategies import plans

EVIL = '<script>alert("1")</script><img src=//evil.test onerror=x> & "quoted\''
REFERENCES = {"src", "href", "srcset", "action", "data", "poster", "xlink:href", "background", "style"}
ALLOWED = {
    "html", "head", "meta", "title", "style", "body", "main", "section", "div", "h1", "h2", "h3", "p", "b", "span",
    "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "svg", "g", "rect", "line", "text", "polyline",
}  # fmt: skip


class Read(HTMLParser):
    """What a browser finds in a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def version(number: int, shown: Plan, cause: str = "") -> Version:
    return Version(number=number, author="runner", cause=cause, created_at=MONDAY_MORNING, plan=shown)


def stands_alone(document: bytes) -> Read:
    """The page, read; nothing in it is fetched or run."""
    text = document.decode()
    found = Read(text)
    assert found.open == []
    assert found.tags <= ALLOWED
    assert not found.attributes & REFERENCES
    assert not any(name.startswith("on") for name in found.attributes)
    assert POLICY in html.unescape(text)
    assert not re.search(r"url\(|@import|https?:", text.split("</style>")[0])
    return found


def test_a_runners_words_are_words_and_nothing_else() -> None:
    old = plan(easy("tue", 8, title=EVIL[:80], notes=EVIL), goal=EVIL[:80])
    new = plan(easy("thu", 9, id="w1-tue", title=EVIL[:80], notes=EVIL), goal=EVIL[:80])
    found = (review(old, Athlete()), review(new, Athlete()))

    compared = stands_alone(report.comparison(version(1, old), version(2, new, EVIL), compare(old, new), found))
    printed = stands_alone(report.plan(new, day=MONDAY))

    assert EVIL in compared.words
    assert EVIL in printed.words


@given(plans(), plans(), st.sampled_from(["km", "mi"]))
@settings(max_examples=30)
def test_any_two_plans_and_any_plan_become_a_page_that_stands_alone(old: Plan, new: Plan, units: str) -> None:
    pair = (version(1, old), version(2, new))

    stands_alone(report.comparison(*pair, compare(old, new), ((), ()), units))  # type: ignore[arg-type]
    stands_alone(report.plan(new, units=units, day=MONDAY))  # type: ignore[arg-type]


def test_a_comparison_says_what_moved_and_by_how_much() -> None:
    old = plan(easy("tue", 8), workout("sun", 14, type="long", title="Long run"))
    new = plan(easy("tue", 6), workout("sat", 14, id="w1-sun", type="long", title="Long run"))

    text = stands_alone(
        report.comparison(version(1, old), version(2, new, "my sister's wedding"), compare(old, new), ((), ()))
    ).words

    assert "from Sun 29 Nov 2026 to Sat 28 Nov 2026" in text
    assert "8 km → 6 km" in text
    assert "−2 km" in text
    assert "my sister's wedding" in text
    assert "1 moved, 1 changed" in text


def test_a_plan_to_print_has_every_workout_the_paces_and_race_day_in_miles() -> None:
    race = Race(distance_km=10, date=MONDAY + dt.timedelta(days=27), target_s=3000)
    athlete = Athlete(races=(race,), units="mi")
    shown = plan(
        easy("tue", 8.05, title="Tuesday run"), workout("sun", 10, week=4, type="race"), race_distance_km=10.0,
    )  # fmt: skip

    text = stands_alone(
        report.plan(shown, paces=paces(45), strategy=strategy_for(shown, athlete), units="mi", day=MONDAY)
    ).words

    assert "Tuesday run" in text
    assert "5 mi" in text
    assert "/km" not in text
    assert "Race day: 50:00" in text
    assert "Threshold" in text


def test_markup_is_escaped_unless_it_was_made_here() -> None:
    assert tag("p", "<b>", tag("b", "x"), title='"') == '<p title="&quot;">&lt;b&gt;<b>x</b></p>'
    assert isinstance(tag("p"), Html)
    assert b"&lt;/title&gt;" in page("</title>")
    assert "NaN" not in bars([], "nothing")


@pytest.mark.parametrize(("highest", "marks"), [(58, ["0", "20", "40", "60"]), (4.2, ["0", "1", "2", "3", "4", "5"])])
def test_a_chart_on_paper_is_marked_with_round_numbers(highest: float, marks: list[str]) -> None:
    drawn = bars([Bar("1", ((highest, "red"),), "a week")], "a chart")

    assert re.findall(r'text-anchor="end">([^<]+)<', drawn) == marks


def test_a_workout_on_paper_is_told_in_sentences() -> None:
    text = stands_alone(
        report.plan(plan(easy("tue", 8, steps=(Step(metres=8000),), notes="You could chat.")), day=MONDAY)
    ).words

    assert "Run 8 km. You could chat." in text


def test_the_time_to_aim_at_is_the_runners_own_else_the_plans() -> None:
    shown = plan(workout("sun", 21.1, week=4, type="race", minutes=110))
    goal = Race(distance_km=21.0975, target_s=6300)

    assert goal_s_of(shown, Athlete(races=(goal,))) == 6300
    assert goal_s_of(shown, Athlete()) == 6600
    assert goal_s_of(plan(easy()), Athlete()) is None
    with pytest.raises(BadInput, match="Say which time"):
        strategy_for(plan(easy()), Athlete())
    with pytest.raises(BadInput, match="no race"):
        strategy_for(plan(easy(), race_distance_km=None), Athlete())


def test_dates_on_paper_are_shown_as_chosen_else_as_the_browser_says(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)
        planwise.talk("anna", "make week 3 easier", mode="apply")
        papers = (planwise.plan_report, lambda who, locale: planwise.comparison_report(who, 1, 2, locale))

        for paper in papers:
            assert "Mon, Nov 23, 2026" in stands_alone(paper("anna", "en-US")).words
            assert "Mon 23 Nov 2026" in stands_alone(paper("anna", "de-DE")).words

        planwise.save_athlete("anna", planwise.athlete("anna").but(dates="day_first"))
        for paper in papers:
            assert "Mon 23 Nov 2026" in stands_alone(paper("anna", "en-US")).words


def test_a_version_on_paper_is_of_the_day_it_was_where_the_runner_is(tmp_path: Path) -> None:
    with house(tmp_path, now=MONDAY_MORNING.replace(hour=23)) as planwise:
        planwise.client("anna", "Europe/Berlin")
        planwise.talk("anna", HALF)
        planwise.talk("anna", "make week 3 easier", mode="apply")

        assert "Version 2 of Tue 24 Nov 2026" in stands_alone(planwise.comparison_report("anna", 1, 2)).words


def test_the_service_makes_both_pages(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        with pytest.raises(NotFound):
            planwise.plan_report("anna")
        planwise.talk("anna", HALF)
        planwise.talk("anna", "make week 3 easier", mode="apply")

        assert "make week 3 easier" in stands_alone(planwise.comparison_report("anna", 1, 2)).words
        assert "Race day" in stands_alone(planwise.plan_report("anna")).words
        with pytest.raises(NotFound, match="no version 9"):
            planwise.comparison_report("anna", 1, 9)
        with pytest.raises(BadInput, match="not a GPX file"):
            planwise.race_strategy("anna", gpx=b"<html/>")
