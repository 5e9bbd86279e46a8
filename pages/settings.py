"""Settings: what the coach knows, how things are shown, and the way to delete it all."""

from __future__ import annotations

import streamlit as st

from planwise_core.errors import PlanWiseError
from planwise_core.ui.profile import profile_form, remembered
from planwise_core.ui.session import gate, planwise
from planwise_core.ui.shell import PAGES

me = gate()
service = planwise()
client = service.client(me.client_id)

st.title("Settings", anchor=False)
if st.session_state.pop("profile_saved", False):
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(":green[:material/check_circle:] **Saved.** It counts from the next plan on.", width="content")
        st.page_link(PAGES / "chat.py", label="Ask the coach for a new plan", icon=":material/chat:")
if (changed := profile_form(client, me.units)) is not None:
    try:
        service.save_client(changed)
    except PlanWiseError as error:
        st.error(str(error))
    else:
        st.session_state["profile_saved"] = True
        st.rerun()

st.subheader("What the coach remembers", anchor=False)
remembered(client.athlete, me.units, me.today, st.context.locale)
st.caption("Tell the coach when something of this is no longer true.")

st.subheader("Delete everything", anchor=False)
st.markdown("Your conversation, every version of your plan, your runs and this profile. There is no way back.")
with st.form("delete", border=False):
    sure = st.checkbox("Yes, delete everything of mine")
    if st.form_submit_button("Delete", icon=":material/delete_forever:") and sure:
        gone = service.reset(me.client_id)
        versions = f"{gone.plans} version{'s' * (gone.plans != 1)}"
        st.success(f"Deleted: your conversation ({gone.conversations} kept turns) and {versions} of your plan.")
