"""Every number of the rules and the science, where it stands, and the tests that must miss it.

A number is one constant in the source: of a table, a threshold, a default, a formula. Left out is what carries no
science: positions (`row[0]`), digits of `round`, sizes of caches, guards against the rounding of floats (1e-6), and
inside functions 0, 1 and the factors of units (60 s, 100 %, 1000 m, 3600 s, 1 MB). How much of what the rules
allow a week takes, and on which days (`week`, `longruns`, `weekplan`, `weekroom`, `tapering`), is the engine's choice,
no fact: the envelope and plans for thousands of random athletes judge that.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
TRAINING = "planwise_core.training."
CHECKS = tuple(f"tests/test_checks{part}.py" for part in ("_thresholds", "_season", "_races", "_time_off", ""))
RULES = ("season", "volume", "long_run", "quality", "structure", "taper", "limits", "runner")
ENGINE = ("tests/test_engine_tables.py",)
# The rooms of rules and science, and the tests that judge them: their numbers are facts, or thresholds of a rule.
TESTS: Mapping[str, tuple[str, ...]] = {
    **{f"{TRAINING}rules.{room}": CHECKS for room in RULES},
    TRAINING + "paces": ("tests/test_paces.py", "tests/test_paces_every_vdot.py"),
    TRAINING + "conditions": ("tests/test_paces_conditions.py",),
    TRAINING + "predictions": ("tests/test_paces_predictions.py",),
    TRAINING + "load": ("tests/test_progress.py",),
    TRAINING + "progress": ("tests/test_progress.py",),
    TRAINING + "race": ("tests/test_race.py",),
    TRAINING + "course": ("tests/test_race.py",),
    TRAINING + "envelope": ("tests/test_envelope.py",),
    TRAINING + "risk": ("tests/test_risk.py",),
    TRAINING + "aims": ("tests/test_aims.py", "tests/test_workouts.py"),
    TRAINING + "workouts": ("tests/test_workouts.py", CHECKS[0]),
    TRAINING + "methods": ("tests/test_methods.py",),
    TRAINING + "athlete": ("tests/test_athlete.py",),
    TRAINING + "adapt": ("tests/test_adapt_thresholds.py",),
    TRAINING + "returning": ("tests/test_adapt_thresholds.py",),
    TRAINING + "season": ENGINE,
    TRAINING + "volume": ENGINE,
    TRAINING + "sessions": ("tests/test_sessions.py", "tests/test_workouts.py"),
    "planwise_core.coach.safety": ("tests/test_safety.py",),
}
# Rooms that build: only their tables count.
BUILDERS = tuple(TRAINING + room for room in ("workouts", "methods", "season", "volume", "sessions"))
STRUCTURE = {0, 1, 60, 100, 1000, 3600, 60_000, 1_000_000}
GUARDS = {1e-6, 1e-9}
# Changes that mean the same, and why.
SAME = {
    ("QUALITY_FROM_LOAD", 0.75 / 1.03): "the load comes back in steps, and none lies between 0.70 and 0.75",
    ("LEAST_M", 399): "lengths are to 100 m",
    ("CONTINUOUS_S", 1199): "no rung of the ladder lies between 12 and 20 minutes",
}
STEP = 1.03  # of a number that is not whole; whole ones go up and down by one


class Mutant(NamedTuple):
    """One number of a module changed, and the text of the module with it."""

    module: str
    line: int
    was: float
    now: float
    text: str

    def __str__(self) -> str:
        return f"{self.module}:{self.line}  {self.was:g} -> {self.now:g}"


def path_of(module: str) -> Path:
    return ROOT / (module.replace(".", "/") + ".py")


def mutants(module: str) -> Iterator[Mutant]:
    """The module with each of its numbers a little up, and a little down."""
    text = path_of(module).read_text()
    lines = text.splitlines(keepends=True)
    for node in numbers(ast.parse(text), of_functions=module not in BUILDERS):
        for now in changed(node.value):  # type: ignore[arg-type]
            if (lines[node.lineno - 1].split(" ")[0], now) in SAME:
                continue
            line = lines[node.lineno - 1].encode()
            assert ast.literal_eval(line[node.col_offset : node.end_col_offset].decode()) == node.value
            new = line[: node.col_offset] + repr(now).encode() + line[node.end_col_offset :]
            whole = "".join([*lines[: node.lineno - 1], new.decode(), *lines[node.lineno :]])
            yield Mutant(module, node.lineno, node.value, now, whole)  # type: ignore[arg-type]


def changed(value: float) -> tuple[float, float]:
    if isinstance(value, int):
        return value + 1, value - 1
    return (value * STEP, value / STEP) if value else (0.05, -0.05)


def numbers(node: ast.AST, *, of_functions: bool, inside: bool = False) -> Iterator[ast.Constant]:
    """The constants that count, in the order of the text; `inside` a function structure does not."""
    if isinstance(node, ast.Constant) and type(node.value) in {int, float}:
        if node.value not in GUARDS and not (inside and node.value in STRUCTURE):
            yield node
        return
    inside = inside or isinstance(node, ast.FunctionDef | ast.Lambda)
    if inside and not of_functions:
        return
    for child in _parts(node):
        yield from numbers(child, of_functions=of_functions, inside=inside)


def _parts(node: ast.AST) -> list[ast.AST]:
    """What of a node may hold numbers that count."""
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant | ast.UnaryOp):
        return [node.value]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "round":
        return [*node.args[:1]]
    if isinstance(node, ast.FunctionDef):
        return [node.args, *node.body]  # not its decorators
    return list(ast.iter_child_nodes(node))
