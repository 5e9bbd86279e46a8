"""A bare `st.App` with a FastAPI that only knows ``/api/health``: the least that could answer it."""

import streamlit as st
from fastapi import FastAPI
from starlette.routing import Mount

api = FastAPI()


@api.get("/health")
def health() -> dict[str, str]:
    return {"status": "healthy"}


app = st.App(__file__, routes=[Mount("/api", api)])
