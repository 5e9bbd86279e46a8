"""History: any two versions of the plan side by side, all of them with their causes, and the ways back and on."""

from __future__ import annotations

from functools import partial

import streamlit as st

from planwise_core.errors import PlanWiseError
from planwise_core.ui.changes import Saved, restore, tell, told
from planwise_core.ui.diff import diff
from planwise_core.ui.download import download
from planwise_core.ui.findings import findings_changed, tally, told_later
from planwise_core.ui.guard import planwise
from planwise_core.ui.landing import nothing_yet
from planwise_core.ui.session import enter_demo, gate
from planwise_core.ui.timeline import A_PAGE, timeline, version_line
from planwise_core.ui.trend import safety_trend
from planwise_core.ui.whatif import what_ifs

me = gate()
service = planwise()
locale = me.locale


def choose(a: int, b: int) -> None:
    st.session_state["a"], st.session_state["b"], st.session_state["view"] = str(a), str(b), "Compare"


def take(wish_id: str) -> None:
    try:
        version, lesson = service.take(me.client_id, wish_id, parent=newest)
    except PlanWiseError as error:
        tell(str(error))
    else:
        tell(Saved(version.number, version.parent, lesson))


def comparison() -> None:
    """Two versions side by side; the last two, if a link or the runner names no others."""
    if newest == 1:
        first = "This is the first version. When the plan changes, the two can be compared here."
        st.info(first, icon=":material/info:")
        return
    numbers = [str(number) for number in range(1, newest + 1)]  # the store numbers versions without a gap
    for name, head in (("a", heads[1]), ("b", heads[0])):
        if st.session_state.get(name, st.query_params.get(name)) not in numbers:
            st.session_state[name] = str(head.number)
    with st.container(horizontal=True):
        a = st.selectbox("Compare version", numbers, index=None, key="a", bind="query-params", width=170)
        b = st.selectbox("with version", numbers, index=None, key="b", bind="query-params", width=170)
    if a is None or b is None:
        return
    try:
        found = service.compare(me.client_id, int(a), int(b))
    except PlanWiseError as error:
        st.error(str(error))
        return
    names = (f"Version {a}", f"Version {b}")
    st.markdown(f"{version_line(found.a, me, locale)}  \n{version_line(found.b, me, locale)}")
    diff(
        found.a.plan, found.b.plan, found.comparison, names=names, units=me.units, locale=locale, starts=me.week_starts
    )
    later = filter(None, map(told_later, names, (found.later_a, found.later_b)))
    tallies = f"{names[0]}: {tally(found.findings_a)}. {names[1]}: {tally(found.findings_b)}."
    notes = ["Every week counts here, also those that have passed.", *later]
    lead = "\n\n".join(["### What the safety checks say", tallies, *(f":small[:gray[{words}]]" for words in notes)])
    findings_changed(found.findings_a, found.findings_b, lead=lead)
    make = partial(service.comparison_report, me.client_id, int(a), int(b), locale)
    download("This comparison as a page", make, f"planwise-{a}-{b}.html", "text/html", key="report")


def versions() -> None:
    """Every version with its cause, a page at a time."""
    pages = -(-newest // A_PAGE)
    page = st.pagination(pages, key="versions_page") if pages > 1 else 1
    timeline(
        service.heads(me.client_id, limit=A_PAGE, before=newest + 1 - (page - 1) * A_PAGE),
        me,
        on_compare=choose,
        on_restore=lambda number: restore(service, me.client_id, number, parent=newest),
        locale=locale,
    )


def safety() -> None:
    """What each version did to the risk."""
    safety_trend(partial(service.safety_trend, me.client_id), newest, me.units)


def other_ways() -> None:
    """What the plan could be instead."""
    what_ifs(
        partial(service.wishes, me.client_id),
        partial(service.what_if, me.client_id),
        lambda: service.moment(me.client_id).needed().plan,
        parent=newest,
        on_take=take,
        units=me.units,
        locale=locale,
    )


VIEWS = {"Compare": comparison, "Versions": versions, "Safety": safety, "What if": other_ways}

st.title("History", anchor=False)
told(service, me.client_id)
heads = service.heads(me.client_id, limit=2)
if not heads:
    words = "There is no plan yet, so there is nothing to look back on."
    nothing_yet(words, None if me.looking_after else enter_demo, picture=me.units)
    st.stop()

newest = heads[0].number
if st.session_state.get("view", st.query_params.get("view")) not in VIEWS:
    st.session_state["view"] = "Compare"  # not as a default: a link back to it would count for nothing
view = st.segmented_control("View", list(VIEWS), key="view", bind="query-params", label_visibility="collapsed")
VIEWS[view or "Compare"]()
