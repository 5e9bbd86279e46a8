"""Writers of one process come in one at a time, in order, and whoever is waited for first."""

from __future__ import annotations

import threading
import time

from planwise_core.store.turnstile import Turnstile


def comes(turnstile: Turnstile, name: str, order: list[str], *, is_patient: bool = False) -> threading.Thread:
    """Somebody who waits for a turn, and is in the queue when this returns."""
    before = turnstile.waiting

    def take_a_turn() -> None:
        assert turnstile.enter(30, is_patient=is_patient)
        order.append(name)
        turnstile.leave()

    thread = threading.Thread(target=take_a_turn)
    thread.start()
    while turnstile.waiting == before:
        time.sleep(0.001)
    return thread


def test_a_turn_is_handed_on_in_the_order_of_coming_and_to_the_patient_last() -> None:
    turnstile, order = Turnstile(), list[str]()
    assert turnstile.enter()
    waiting = [
        comes(turnstile, "a ledger", order, is_patient=True),
        comes(turnstile, "a question", order),
        comes(turnstile, "an answer", order, is_patient=True),
        comes(turnstile, "a click", order),
    ]

    turnstile.leave()
    for thread in waiting:
        thread.join()

    assert order == ["a question", "a click", "a ledger", "an answer"]


def test_who_has_waited_too_long_leaves_no_gap() -> None:
    turnstile, order = Turnstile(), list[str]()
    assert turnstile.enter()
    assert not turnstile.enter(0.01)
    assert not turnstile.enter(0.01, is_patient=True)
    assert turnstile.waiting == 0
    later = comes(turnstile, "somebody", order)

    turnstile.leave()
    later.join()

    assert order == ["somebody"]
    assert turnstile.enter(0.01)


def test_no_two_are_ever_inside() -> None:
    turnstile, inside, seen = Turnstile(), list[int](), list[int]()

    def work(number: int) -> None:
        for _ in range(200):
            if not turnstile.enter(0.001 if number % 3 == 0 else -1, is_patient=number % 2 == 0):
                continue
            inside.append(number)
            seen.append(len(inside))
            inside.remove(number)
            turnstile.leave()

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert set(seen) == {1}
    assert turnstile.enter(0.01)  # and nobody has gone away with the key
