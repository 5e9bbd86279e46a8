"""Change every number of the rules and pace tables, one at a time, and see a test fail.

``python -m bench.mutate_constants [part of a module name …]``: prints the numbers that no test misses. Each change is
made in a process of its own, by compiling the module from the changed text; no file is touched.
"""

from __future__ import annotations

import ast
import importlib.abc
import importlib.util
import multiprocessing
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import hypothesis  # noqa: F401 - imported once, before the processes are made
import pydantic  # noqa: F401
import pytest

ROOT = Path(__file__).parent.parent
RULES = "planwise_core.training.rules."
CHECKS = ("tests/test_checks_thresholds.py", "tests/test_checks.py", "tests/test_checks_season.py")
TESTS: dict[str, tuple[str, ...]] = {
    RULES + "season": CHECKS,
    RULES + "volume": CHECKS,
    RULES + "long_run": CHECKS,
    RULES + "quality": CHECKS,
    RULES + "structure": CHECKS,
    RULES + "taper": CHECKS,
    RULES + "limits": CHECKS,
    RULES + "runner": CHECKS,
    "planwise_core.training.paces": ("tests/test_paces.py",),
    "planwise_core.training.conditions": ("tests/test_paces_conditions.py",),
    "planwise_core.training.predictions": ("tests/test_paces_predictions.py",),
    "planwise_core.training.load": ("tests/test_progress.py",),
    "planwise_core.training.progress": ("tests/test_progress.py",),
    "planwise_core.training.race": ("tests/test_race.py",),
    "planwise_core.training.course": ("tests/test_race.py",),
}
FORMULAS = ("paces", "conditions", "predictions", "load")  # here the numbers inside functions count too


class Mutant(NamedTuple):
    module: str
    line: int
    was: float
    now: float
    text: str


def _path(module: str) -> Path:
    return ROOT / (module.replace(".", "/") + ".py")


def mutants(module: str) -> Iterator[Mutant]:
    """Every number of the module's tables, a little up and a little down."""
    text = _path(module).read_text()
    lines = text.splitlines(keepends=True)
    for node in _numbers(ast.parse(text), in_functions=module.endswith(FORMULAS)):
        for now in _changed(node.value):
            line = lines[node.lineno - 1].encode()
            new = line[: node.col_offset] + repr(now).encode() + line[node.end_col_offset :]
            changed = [*lines[: node.lineno - 1], new.decode(), *lines[node.lineno :]]
            yield Mutant(module, node.lineno, node.value, now, "".join(changed))


def _numbers(tree: ast.Module, in_functions: bool) -> Iterator[Any]:
    for statement in tree.body:
        if "EPSILON" in ast.unparse(statement).split(" = ")[0]:
            continue  # not a threshold: it only hides the rounding of floats
        if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value is not None:
            yield from (node for node in ast.walk(statement.value) if _is_number(node))
        elif in_functions and isinstance(statement, ast.FunctionDef):
            yield from (node for node in ast.walk(statement) if _is_number(node) and isinstance(node.value, float))


def _is_number(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and type(node.value) in {int, float}


def _changed(value: float) -> tuple[float, float]:
    if isinstance(value, int):
        return value + 1, value - 1
    return (value * 1.03, value * 0.97) if value else (0.05, -0.05)


class _Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports one module from another text."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant

    def find_spec(self, name: str, path: Any, target: Any = None) -> Any:  # noqa: ARG002 - the importer's signature
        return importlib.util.spec_from_loader(name, self) if name == self.mutant.module else None

    def exec_module(self, module: Any) -> None:
        exec(compile(self.mutant.text, self.mutant.module, "exec"), module.__dict__)  # noqa: S102 - our own text


def _survives(mutant: Mutant) -> bool:
    """Run the module's tests with the number changed, in this (forked) process."""
    sys.meta_path.insert(0, _Changed(mutant))
    with open(os.devnull, "w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
    tests = [str(ROOT / test) for test in TESTS[mutant.module] if (ROOT / test).exists()]
    code = pytest.main(
        [
            "-x",
            "-q",
            "-n0",
            "--assert=plain",
            "-p",
            "no:cacheprovider",
            "-k",
            "not any_plan and not no_run_counts",
            *tests,
        ]
    )
    return code == pytest.ExitCode.OK


def main(wanted: list[str]) -> int:
    """Try all numbers; the exit code is 1 if one of them survives."""
    modules = [module for module in TESTS if not wanted or any(part in module for part in wanted)]
    every = [mutant for module in modules for mutant in mutants(module)]
    survivors = 0
    unchanged = [Mutant(module, 0, 0, 0, _path(module).read_text()) for module in modules]
    with multiprocessing.get_context("fork").Pool(2, maxtasksperchild=1) as pool:
        for mutant, survived in zip(unchanged, pool.imap(_survives, unchanged), strict=True):
            if not survived:
                print(f"the tests of {mutant.module} fail as they are")
                return 2
        for mutant, survived in zip(every, pool.imap(_survives, every), strict=True):
            if survived:
                survivors += 1
                print(f"survives  {mutant.module}:{mutant.line}  {mutant.was} -> {mutant.now}", flush=True)
    print(f"{len(every)} changes, {survivors} survive")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
