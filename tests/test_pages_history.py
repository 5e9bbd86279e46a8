"""The history: versions side by side, what if, and links to comparisons."""

from __future__ import annotations

import pytest

from planwise_core.service import PlanWise
from planwise_core.training.edits import Change
from tests.pages import THREE_WEEKS, Visitor, clean, service, two_more_versions, visitor, words

pytestmark = pytest.mark.xdist_group("pages")  # they share the one service of their process
__all__ = ["service", "visitor"]  # fixtures


def test_history_opens_with_the_last_two_versions_and_every_cause(visitor: Visitor) -> None:
    two_more_versions(visitor)

    page = visitor.page("history")

    assert (page.selectbox(key="a").value, page.selectbox(key="b").value) == ("2", "3")
    assert "→ moved **Long run**" in words(page)
    said = words(visitor.page("history", view="Versions"))
    assert all(cause in said for cause in ("half marathon plan", "Shorter Tuesday", "Wedding on Sunday"))


def test_history_says_which_version_made_the_plan_riskier(visitor: Visitor) -> None:
    visitor.has(THREE_WEEKS)
    visitor.service.edit(visitor.id, [Change(workout="w2-sun", km=21)], parent=1, cause="I feel great", anyway=True)

    page = visitor.page("history", view="Safety")

    assert "Version 2 raised the largest single-run step from 0 % to 50 % (week 2: 21 km after 14 km)." in words(page)


def test_a_what_if_is_looked_at_and_taken(visitor: Visitor) -> None:
    visitor.service.talk(visitor.id, "Half marathon in 16 weeks, 30 km a week, 4 days a week")
    page = visitor.page("history", view="What if")

    clean(page.pills(key="wishes").set_value(["race+3w", "days-3"]).run())
    assert len(visitor.service.heads(visitor.id)) == 1
    clean(page.button(key="take_days-3_1").click().run())

    assert "Saved as version 2" in words(page)
    assert visitor.service.heads(visitor.id)[0].cause == "What if I ran 3 days a week instead of 4?"

    clean(page.button(key="undo").click().run())

    assert visitor.service.heads(visitor.id)[0].cause == "Back to version 1"
    assert visitor.service.athlete(visitor.id).days_per_week == 4


def test_a_link_opens_the_comparison_it_names(visitor: Visitor) -> None:
    two_more_versions(visitor)

    page = visitor.page("history", a="1", b="2")

    assert (page.selectbox(key="a").value, page.selectbox(key="b").value) == ("1", "2")
    assert "8\u00a0km → 6\u00a0km (−2\u00a0km)" in words(page)


@pytest.mark.parametrize("query", [{"a": "99", "b": "x"}, {"a": "", "b": "-1"}, {"a": "1' OR 1"}])
def test_a_link_to_versions_that_are_not_there_opens_the_last_two(visitor: Visitor, query: dict[str, str]) -> None:
    two_more_versions(visitor)

    page = visitor.page("history", **query)

    assert (page.selectbox(key="a").value, page.selectbox(key="b").value) == ("2", "3")


def test_nobody_sees_the_versions_of_another(visitor: Visitor, service: PlanWise) -> None:
    two_more_versions(visitor)

    assert "no plan yet" in words(Visitor(service).page("history", a="1", b="2"))
