"""Signing in, as Streamlit runs it: what a stranger, a member and a coach see, and when it ends."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from planwise_core.accounts import guest_id, new_guest_key
from planwise_core.errors import BadInput
from planwise_core.members import NOBODYS_HASH, Entered
from planwise_core.service import PlanWise
from planwise_core.training.document import render
from planwise_core.ui import house
from planwise_core.ui.passwords import Authenticator
from tests.pages import THREE_WEEKS, clean, words
from tests.test_members import NEW, PASSWORD

pytestmark = pytest.mark.xdist_group("pages")  # they share the one service of their process
SCRIPT = """
import streamlit as st
from planwise_core.ui.shell import PAGES
names = ("chat", "plan", "history", "progress", "settings", "athletes", "account")
st.navigation([st.Page(PAGES / f"{{each}}.py", default=each == "{name}") for each in names]).run()
"""
PAGES = ("chat", "plan", "history", "progress", "settings", "athletes", "account")
PASSWORDS = Authenticator()


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlanWise]:
    """The service that the pages of this process find: a new one, where one has to sign in."""
    ours = {"DB_URL": f"sqlite:///{tmp_path_factory.mktemp('signin') / 'signin.db'}", "PLANWISE_ACCESS": "login"}
    before = {key: os.environ.pop(key, None) for key in ours}
    os.environ.update(ours)
    _forget()
    opened = house.house()
    yield opened
    opened.close()
    for key, value in before.items():
        del os.environ[key]
        if value is not None:
            os.environ[key] = value
    _forget()


def _forget() -> None:
    house.settings.cache_clear()
    house._opened.cache_clear()


def tab(name: str, entered: Entered | None = None, key: str | None = None) -> AppTest:
    """A page in a tab of its own, of a stranger or of a session."""
    at = AppTest.from_string(SCRIPT.format(name=name), default_timeout=60)
    if entered is not None:
        at.session_state["_session"] = entered.session_id
    if key is not None:
        at.session_state["_guest_key"] = key
    return clean(at.run())


_names = iter(range(1000))


def member(service: PlanWise, *, coach: bool = False, plan: bool = True) -> tuple[str, Entered]:
    """Somebody new with a plan of three weeks and two versions: their name, and a session."""
    name = f"member-{next(_names)}"
    entered = service.members.sign_up(name, PASSWORD, PASSWORDS, role="coach" if coach else "runner")
    if plan:
        who = service.members.session(entered.session_id).client_id
        service.bring(who, render(THREE_WEEKS), parent=None)
        service.bring(who, render(THREE_WEEKS.but(goal="Another goal")), parent=1)
    return name, entered


def is_locked(at: AppTest) -> bool:
    return [title.value for title in at.title] == ["Sign in"] and {field.key for field in at.text_input} == {
        "sign_in_name", "sign_in_password", "sign_up_name", "sign_up_password",
    }  # fmt: skip


def press(at: AppTest, key: str) -> AppTest:
    return clean(at.button(key=key).click().run())


# --- passwords


def test_a_password_is_hashed_and_compared_by_bcrypt() -> None:
    kept = PASSWORDS.hash("anna", PASSWORD)

    assert kept.startswith("$2b$12$")
    assert PASSWORDS.fits("anna", PASSWORD, kept)
    assert not PASSWORDS.fits("anna", PASSWORD + "!", kept)
    assert PASSWORDS.hash("anna", PASSWORD) != kept


def test_an_unknown_name_costs_as_much_as_a_known_one() -> None:
    known = PASSWORDS.hash("anna", PASSWORD)

    assert NOBODYS_HASH[:7] == known[:7]
    assert len(NOBODYS_HASH) == len(known)
    assert not PASSWORDS.fits("nobody", PASSWORD, NOBODYS_HASH)


# --- strangers


@pytest.mark.parametrize("name", PAGES)
def test_a_stranger_gets_the_forms_and_nothing_else(service: PlanWise, name: str) -> None:
    assert is_locked(tab(name))


def test_who_signs_up_keeps_what_they_made_as_a_guest(service: PlanWise) -> None:
    key = new_guest_key()
    service.bring(guest_id(key) or "", render(THREE_WEEKS), parent=None)
    page = tab("plan", key=key)

    page.text_input(key="sign_up_name").set_value("Guest.Before")
    page.text_input(key="sign_up_password").set_value(PASSWORD)
    press(page, "sign_up")

    assert page.title[0].value == THREE_WEEKS.goal
    assert is_locked(tab("plan", key=key))


def test_a_member_signs_in_and_out(service: PlanWise) -> None:
    name, _ = member(service)
    page = tab("account")

    page.text_input(key="sign_in_name").set_value(name)
    page.text_input(key="sign_in_password").set_value("not the password")
    press(page, "sign_in")
    assert "do not belong together" in page.error[0].value
    page.text_input(key="sign_in_password").set_value(PASSWORD)
    press(page, "sign_in")
    assert name in words(page).replace("\\", "")
    press(page, "sign_out")
    assert "Signing you out" in words(page)
    assert not page.text_input


@pytest.mark.parametrize(
    ("name", "password", "complaint"),
    [("ab", PASSWORD, "A name has"), ("short-password", "short", "at least 10"), ("easy-one", "aaaaaaaaaaaa", "easy")],
)
def test_what_cannot_be_an_account_is_told_in_a_sentence(
    service: PlanWise, name: str, password: str, complaint: str
) -> None:
    page = tab("account")

    page.text_input(key="sign_up_name").set_value(name)
    page.text_input(key="sign_up_password").set_value(password)
    press(page, "sign_up")

    assert complaint in page.error[0].value
    assert service.store.accounts.named(name) is None


# --- the end of a session


def test_signing_out_locks_every_other_tab_at_its_next_rerun(service: PlanWise) -> None:
    _, entered = member(service)
    one, other = tab("account", entered), tab("plan", entered)

    press(one, "sign_out")

    assert is_locked(clean(other.run()))


def test_what_was_drawn_before_signing_out_does_nothing_afterwards(service: PlanWise) -> None:
    _, entered = member(service)
    who = service.members.session(entered.session_id).client_id
    settings = tab("settings", entered)

    service.members.sign_out(entered.session_id)
    clean(settings.toggle(key="apply_at_once").set_value(True).run())

    assert is_locked(settings)
    assert not service.client(who).apply_at_once


def test_a_question_asked_after_signing_out_is_not_stored(service: PlanWise) -> None:
    _, entered = member(service)
    who = service.members.session(entered.session_id).client_id
    chat = tab("chat", entered)

    service.members.sign_out(entered.session_id)
    clean(chat.chat_input[0].set_value("make week 2 easier").run())

    assert is_locked(chat)
    assert service.turns(who) == ()


def test_a_new_password_locks_the_others_and_not_the_one_who_changed_it(service: PlanWise) -> None:
    name, entered = member(service)
    here, elsewhere = tab("account", entered), tab("plan", service.members.sign_in(name, PASSWORD, PASSWORDS))

    here.text_input(key="password_now").set_value(PASSWORD)
    here.text_input(key="password_new").set_value(NEW)
    press(here, "change_password")

    assert name in words(here).replace("\\", "")
    assert is_locked(clean(elsewhere.run()))
    with pytest.raises(BadInput):
        service.members.sign_in(name, PASSWORD, PASSWORDS)


def test_a_deleted_account_is_gone_with_its_plan(service: PlanWise) -> None:
    name, entered = member(service)
    who = service.members.session(entered.session_id).client_id
    page = tab("account", entered)

    page.text_input(key="goodbye_password").set_value(PASSWORD)
    press(page, "close_account")

    assert "Signing you out" in words(page)
    assert is_locked(tab("account", entered))
    assert service.current(who) is None
    assert service.store.accounts.named(name) is None


# --- tokens


def test_a_token_is_shown_once_and_can_be_revoked(service: PlanWise) -> None:
    _, entered = member(service)
    who = service.members.session(entered.session_id).client_id
    page = tab("account", entered)

    page.text_input(key="token_name").set_value("my watch")
    press(page, "create_token")
    secret = page.code[0].value
    assert service.client_of_token(secret) == who
    clean(page.run())
    assert not page.code
    press(page, f"revoke_{service.tokens(who)[0].id}")

    assert service.client_of_token(secret) is None
    assert "my watch" not in words(page)


# --- coaches and athletes


def test_dates_of_an_account_are_written_as_was_chosen(service: PlanWise) -> None:
    _, entered = member(service)
    who = service.members.session(entered.session_id).client_id
    service.save_athlete(who, service.athlete(who).but(dates="month_first"))
    service.new_token(who, "watch")

    assert re.search(r"made [A-Z][a-z]{2} \d+, \d{4}", words(tab("account", entered)))


def test_a_coach_invites_opens_and_leaves_an_athlete(service: PlanWise) -> None:
    (_, carla), (name, anna) = member(service, coach=True, plan=False), member(service)
    athletes = tab("athletes", carla)
    press(athletes, "invite")
    account = tab("account", anna)
    account.text_input(key="join_code").set_value(athletes.code[0].value)
    press(account, "look_up")
    assert "will see your plan" in account.warning[0].value
    assert service.members.athletes(carla.session_id) == ()  # nothing before the second word
    press(account, "join")

    clean(athletes.run())
    assert name in words(athletes).replace("\\", "")
    press(athletes, f"open_{service.members.athletes(carla.session_id)[0].id}")
    plan = tab("plan", carla)
    assert plan.title[0].value == "Another goal"
    assert name in plan.warning[0].value.replace("\\", "")
    press(plan, "_own")
    assert plan.title[0].value == "Plan"
    assert not plan.warning


def test_a_coach_makes_no_token_and_deletes_nothing_for_an_athlete(service: PlanWise) -> None:
    (_, carla), (_, anna) = member(service, coach=True), member(service)
    service.members.join(anna.session_id, service.members.invite(carla.session_id))
    service.members.look_after(carla.session_id, service.members.athletes(carla.session_id)[0].id)

    account = tab("account", carla)

    assert {button.key for button in account.button} == {"_own", "sign_out"}
    assert not account.text_input


def test_when_coaching_ends_an_open_page_of_the_coach_changes_nothing_any_more(service: PlanWise) -> None:
    (_, carla), (_, anna) = member(service, coach=True, plan=False), member(service)
    service.members.join(anna.session_id, service.members.invite(carla.session_id))
    service.members.look_after(carla.session_id, service.members.athletes(carla.session_id)[0].id)
    settings = tab("settings", carla)
    assert settings.warning

    service.members.dismiss_coach(anna.session_id, service.members.coaches(anna.session_id)[0].id)
    clean(settings.toggle(key="apply_at_once").set_value(True).run())

    assert not settings.warning
    who = service.members.session(anna.session_id).client_id
    assert not service.client(who).apply_at_once


def test_the_page_of_athletes_is_for_coaches(service: PlanWise) -> None:
    _, anna = member(service)

    assert "This page is for coaches" in words(tab("athletes", anna))


def test_a_coach_gives_a_plan_from_the_roster(service: PlanWise) -> None:
    (_, carla), (_, anna), (_, ben) = member(service, coach=True), member(service), member(service, plan=False)
    for athlete in (anna, ben):
        service.members.join(athlete.session_id, service.members.invite(carla.session_id))
    of_ben = service.members.session(ben.session_id)
    athletes = tab("athletes", carla)

    press(athletes, f"give_button_{of_ben.account.id}")

    current = service.current(of_ben.client_id)
    assert current is not None
    assert current.plan.goal == "Another goal"
    assert current.plan.start_date > service.today(of_ben.client_id)
