"""What an edit and a plan cost in tokens, held to what was promised."""

from __future__ import annotations

from bench.tokens import CAP, edit_turns, new_plans


def test_an_edit_costs_a_twentieth_of_a_plan_written_anew_and_its_turn_a_third() -> None:
    (ours, theirs), (ours_whole, theirs_whole) = edit_turns()

    assert 10 < ours < 300
    assert ours <= theirs / 20
    assert ours_whole <= theirs_whole / 3


def test_no_plan_of_4_to_30_weeks_is_cut_off() -> None:
    sizes = list(new_plans())

    assert [weeks for weeks, *_ in sizes] == list(range(4, 31))
    assert all(specified < CAP and authored < CAP for _, specified, authored, _ in sizes)
    assert any(whole > CAP for *_, whole in sizes)  # as the plan written out is
