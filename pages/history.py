"""History: every version of the plan with its cause, any two of them side by side, and the way back."""

from __future__ import annotations

import streamlit as st

from planwise_core.errors import PlanWiseError
from planwise_core.ui.changes import restore, told
from planwise_core.ui.diff import diff
from planwise_core.ui.findings import findings_changed, tally
from planwise_core.ui.session import gate, planwise
from planwise_core.ui.shell import PAGES
from planwise_core.ui.timeline import timeline, version_line

me = gate()
service = planwise()
locale = st.context.locale


def choose(a: int, b: int) -> None:
    st.session_state["a"], st.session_state["b"] = str(a), str(b)


st.title("History", anchor=False)
told(service, me.client_id)
heads = service.heads(me.client_id)
if not heads:
    st.markdown("There is no plan yet, so there is nothing to look back on.")
    st.page_link(PAGES / "chat.py", label="Start your plan", icon=":material/chat:")
    st.stop()

by_number = {str(head.number): head for head in heads}
newest = heads[0].number
if st.session_state.get("b", st.query_params.get("b")) not in by_number:
    st.session_state["b"] = str(newest)
if st.session_state.get("a", st.query_params.get("a")) not in by_number:
    st.session_state["a"] = str(heads[min(1, len(heads) - 1)].number)
with st.container(horizontal=True):
    a = st.selectbox("Compare version", list(by_number), index=None, key="a", bind="query-params", width=170)
    b = st.selectbox("with version", list(by_number), index=None, key="b", bind="query-params", width=170)
if a is None or b is None:
    st.stop()

if len(heads) == 1:
    st.info("This is the first version. When the plan changes, the two can be compared here.", icon=":material/info:")
else:
    st.markdown(f"{version_line(by_number[a], me, locale)}  \n{version_line(by_number[b], me, locale)}")
    try:
        compared = service.compare(me.client_id, int(a), int(b))
    except PlanWiseError as error:
        st.error(str(error))
        st.stop()
    names = (f"Version {a}", f"Version {b}")
    diff(compared.a.plan, compared.b.plan, compared.comparison, names=names, units=me.units, locale=locale)
    st.subheader("What the safety checks say", anchor=False)
    st.markdown(f"{names[0]}: {tally(compared.findings_a)}. {names[1]}: {tally(compared.findings_b)}.")
    findings_changed(compared.findings_a, compared.findings_b)

st.subheader("All versions", anchor=False)
timeline(
    heads,
    me,
    on_compare=choose,
    on_restore=lambda number: restore(service, me.client_id, number, parent=newest),
    locale=locale,
)
