"""A bare Streamlit app with the same imports and Streamlit's own settings."""

import openai  # noqa: F401
import pydantic  # noqa: F401
import sqlalchemy  # noqa: F401
import streamlit as st


def empty() -> None:
    """Nothing."""


st.navigation([st.Page(empty, title="Empty", url_path="empty")], position="top").run()
