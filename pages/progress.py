"""Progress: what was planned and what was run."""

from __future__ import annotations

import streamlit as st

from planwise_core.errors import PlanWiseError
from planwise_core.training.progress import fitness_trend, weekly_progress
from planwise_core.ui import charts
from planwise_core.ui.changes import tell, told
from planwise_core.ui.progress import figures, fitness, run_form, week_table
from planwise_core.ui.session import gate, planwise
from planwise_core.ui.shell import PAGES

me = gate()
service = planwise()
locale = st.context.locale
current = service.current(me.client_id)

st.title("Progress", anchor=False)
told(service, me.client_id)
if current is None:
    st.markdown("You have no plan yet, so there is nothing to measure your running by.")
    st.page_link(PAGES / "chat.py", label="Start your plan", icon=":material/chat:")
    st.stop()

runs = service.runs(me.client_id)
weeks = weekly_progress(current.plan, runs, me.today)
figures(weeks, me.units)
charts.weekly(current.plan, today=me.today, units=me.units, locale=locale, runs=runs)
week_table(weeks, me.units)
if (run := run_form(me.today, me.units, locale)) is not None:
    try:
        service.add_run(me.client_id, run)
    except PlanWiseError as error:
        tell(str(error))
    st.rerun()
st.subheader("Fitness (VDOT)", anchor=False)
fitness(fitness_trend(current.plan, runs, service.athlete(me.client_id), me.today), locale)
