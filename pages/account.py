"""Account: sign in, or what somebody who has can decide about their account."""

from __future__ import annotations

import streamlit as st

from planwise_core.ui.account import account_section, sign_in_section, tokens_section
from planwise_core.ui.session import gate

me = gate()
if me.session is None:
    sign_in_section()
    st.stop()

st.title("Account", anchor=False)
account_section(me)
st.subheader("API tokens", anchor=False)
tokens_section(me)
