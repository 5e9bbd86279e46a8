"""Progress: runs come in, and how they compare with what was planned."""

from __future__ import annotations

from functools import partial

import streamlit as st

from planwise_core.errors import PlanWiseError
from planwise_core.rooms.belongings import Imported
from planwise_core.ui.changes import tell, told
from planwise_core.ui.figures import figures
from planwise_core.ui.guard import planwise
from planwise_core.ui.house import house
from planwise_core.ui.importing import imported, read_files
from planwise_core.ui.landing import nothing_yet
from planwise_core.ui.progress import fitness, import_form, lately, load, run_form, runs_list, weeks
from planwise_core.ui.session import enter_demo, gate
from planwise_core.ui.shell import PAGES
from planwise_core.ui.suggestions import MISSED, missed

me = gate()
service = planwise()
current = service.current(me.client_id)
runs = service.runs(me.client_id)
on_demo = None if me.looking_after else enter_demo
FEW = 3  # sentences about files that the bottom of a window has room for


def take(files: list[tuple[str, bytes]]) -> None:
    read_files(partial(house().import_runs, me.client_id), files)  # whose page this is, the gate has asked


def delete(run_id: int) -> None:
    try:
        service.delete_run(me.client_id, run_id)
    except PlanWiseError as error:
        tell(str(error))


def way_back() -> None:
    """After a week without a run: what now, asked of the coach in one click."""
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown("**Nothing was run in the last seven days.** Your coach knows a way back in.", width="content")
        if not st.button("Ask what now", icon=":material/chat:", key="way_back"):
            return
    try:
        service.ask(me.client_id, MISSED)
    except PlanWiseError as error:
        tell(str(error))
    st.switch_page(PAGES / "chat.py")


def ways_in() -> None:
    files, by_hand = st.tabs(["From files", "By hand"])
    with files:
        import_form(take)
    with by_hand:
        if (run := run_form(me.today, units=me.units, locale=me.locale)) is not None:
            try:
                service.add_run(me.client_id, run)
            except PlanWiseError as error:
                tell(str(error))
            st.rerun()


def what_came(found: Imported) -> None:
    """What an import has brought, in a sentence, and one for each of the first files that brought nothing."""
    count = len(found.added)
    known = f" {found.known} {'was' if found.known == 1 else 'were'} here already." if found.known else ""
    if count or found.known:
        st.success(f"{count} {'run' if count == 1 else 'runs'} added.{known}", icon=":material/check_circle:")
    for problem in found.problems[:FEW]:
        st.error(problem, icon=":material/error:")
    if (more := len(found.problems) - FEW) > 0:
        st.caption(f"{more} more {'file' if more == 1 else 'files'} could not be used.")


st.title("Progress", anchor=False)
told(service, me.client_id)
with st.bottom:  # in sight where the files were given, however far down that is
    try:
        if (came := imported()) is not None:
            what_came(came)
            runs = service.runs(me.client_id)
    except PlanWiseError as error:
        st.error(str(error), icon=":material/error:")
if not runs:
    st.markdown(
        "No runs yet. Bring them from your watch, Strava or a table, or note one by hand; then this page shows what "
        "was planned against what was run."
    )
    ways_in()
    if current is None:
        nothing_yet("There is no plan yet either.", on_demo)
    st.stop()

made = service.progress(me.client_id)
if current is None or made is None:
    nothing_yet("There is no plan yet that these runs could be held against.", on_demo)
else:
    figures(lately(current.plan, made, me.today, units=me.units))
    if missed(current.plan, runs, me.today):
        way_back()
    if me.today >= current.plan.start_date:
        st.subheader("Planned and run", anchor=False)
        weeks(current.plan, made, me.today, units=me.units, locale=me.locale)
    left, right = st.columns(2, gap="medium")
    with left:
        st.subheader("Fitness", anchor=False)
        fitness(made.fitness, me.today, locale=me.locale)
    with right:
        st.subheader("Load", anchor=False)
        load(current.plan, made, locale=me.locale)
st.subheader("Add runs", anchor=False)
ways_in()
st.subheader(f"All runs ({len(runs)})", anchor=False)
runs_list(runs, on_delete=delete, units=me.units, locale=me.locale)
