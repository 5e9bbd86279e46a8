"""Change every number of the rules and the science, one at a time, and see a test fail.

``nice python -m bench.mutate_constants [part of a module's name …]`` prints the numbers that no test misses; the exit
code is 1 if there are any. No file is touched: each change is made in a process of its own, which loads the module from
the changed text and runs the tests that judge it, those first that missed numbers before. Property tests do not count,
for what they find hangs on luck. What was missed is remembered in artefacts/, so that a run goes on where it stopped:
a change is tried again when its module, or the test that missed it, is another.
"""

from __future__ import annotations

import ast
import gc
import hashlib
import importlib.abc
import importlib.util
import multiprocessing
import os
import resource
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

import pytest

from bench.constants import ROOT, TESTS, Mutant, mutants, path_of
from bench.table import Row

MEMORY = ROOT / "artefacts" / "constants.txt"  # a line for each change: its name, the test that missed it, its file
WORKERS = 2
MOST_CPU_S = 60  # a change that never ends is missed too
NONE = "none"
OPTIONS = ("-x", "-q", "--tb=no", "--assert=plain", "-p", "no:cacheprovider", "-o", "addopts=")


class _Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports one module from another text."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant

    def find_spec(self, name: str, path: Any, target: Any = None) -> Any:  # noqa: ARG002 - the importer's signature
        return importlib.util.spec_from_loader(name, self) if name == self.mutant.module else None

    def exec_module(self, module: Any) -> None:
        exec(compile(self.mutant.text, self.mutant.module, "exec"), module.__dict__)  # noqa: S102 - our own text


class _Watch:
    """Puts the likeliest tests first, and is told of the first that fails."""

    def __init__(self, likely: Sequence[str], tell: Callable[[str], None]) -> None:
        self.likely, self.tell = set(likely), tell

    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        items[:] = [item for item in items if not getattr(item.obj, "is_hypothesis_test", False)]
        items.sort(key=lambda item: item.nodeid not in self.likely)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.tell(report.nodeid)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.tell(report.nodeid)


def _start(mutant: Mutant, likely: Sequence[str]) -> tuple[int, int]:
    """A process that runs the tests with this number changed: its id, and where to read which of them failed."""
    reads, writes = os.pipe()
    if pid := os.fork():
        os.close(writes)
        return pid, reads

    def tell(test: str) -> None:
        os.write(writes, test.encode())
        os._exit(0)  # what pytest would still do takes longer than the tests

    gc.disable()
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_CPU_S, MOST_CPU_S + 1))
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # plugins take longer to load than the tests to run
    with open(os.devnull, "w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
    sys.meta_path.insert(0, _Changed(mutant))
    for test in TESTS[mutant.module]:  # one after the other: most changes are missed by the first
        code = pytest.main([*OPTIONS, str(ROOT / test)], plugins=[_Watch(likely, tell)])
        if code != pytest.ExitCode.OK:
            tell(str(code))
    tell(NONE)
    return 0, 0


def try_all(todo: list[Mutant], missed: dict[str, str]) -> int:
    """Try these changes of one module, remember which test missed each; how many survive."""
    waiting, running, survivors = todo[::-1], {}, 0
    while waiting or running:
        while waiting and len(running) < WORKERS:
            mutant = waiting.pop()
            pid, reads = _start(mutant, list(missed.values()))
            running[pid] = mutant, reads
        pid, _ = os.wait()
        mutant, reads = running.pop(pid)
        with open(reads) as answer:
            test = answer.read() or "it never ends"
        if test == NONE:
            survivors += 1
            if mutant.line:
                print(f"survives  {mutant}", file=sys.stderr, flush=True)
        else:
            missed[name_of(mutant)] = test
            with MEMORY.open("a") as memory:
                print(name_of(mutant), digest_of(test), test, file=memory)
    return survivors


def remembered(module: str) -> dict[str, str]:
    """The changes of this module that a test missed which still is the same, and which test."""
    lines = [line.split(" ", 2) for line in MEMORY.read_text().splitlines()] if MEMORY.exists() else []
    return {name: test for name, digest, test in lines if name.startswith(module + ":") and digest == digest_of(test)}


def name_of(mutant: Mutant) -> str:
    return f"{mutant.module}:{hashlib.sha256(mutant.text.encode()).hexdigest()[:16]}"


def digest_of(test: str) -> str:
    file = ROOT / test.split("::")[0]
    return hashlib.sha256(file.read_bytes()).hexdigest()[:16] if file.is_file() else ""


@cache
def _imports() -> dict[str, set[str]]:
    """Which modules of ours each of them imports."""
    files = [file for folder in ("planwise_core", "tests") for file in (ROOT / folder).rglob("*.py")]
    names = {".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): file for file in files}
    found: dict[str, set[str]] = {}
    for name, file in names.items():
        nodes = list(ast.walk(ast.parse(file.read_text())))
        told = {each.name for node in nodes if isinstance(node, ast.Import) for each in node.names}
        for node in nodes:
            if isinstance(node, ast.ImportFrom) and node.module:
                told |= {node.module, *(f"{node.module}.{each.name}" for each in node.names)}
        found[name] = told & names.keys()
    return found


def forget(module: str) -> None:
    """Unload the module and all that stands on it, so that it is imported anew; what it stands on stays loaded."""
    above = {module}
    while more := {name for name, told in _imports().items() if told & above} - above:
        above |= more
    for name in above & sys.modules.keys():
        parent, _, last = name.rpartition(".")
        vars(sys.modules.get(parent, sys)).pop(last, None)
        del sys.modules[name]


def try_module(module: str) -> tuple[int, int]:
    """How many changes of this module there are, and how many of them survive."""
    forget(module)
    unchanged = Mutant(module, 0, 0, 0, path_of(module).read_text())
    if try_all([unchanged], {}) == 0:
        raise RuntimeError(f"The tests of {module} fail as they are.")
    every, missed = list(mutants(module)), remembered(module)
    return len(every), try_all([each for each in every if name_of(each) not in missed], missed)


def try_modules(wanted: Sequence[str]) -> tuple[int, int]:
    """How many changes there are in the rooms whose names hold one of `wanted` (all, if none is), how many survive."""
    for module in _imports():
        if module.startswith("planwise_core.training") or module in {"tests.good_plans", "tests.strategies"}:
            importlib.import_module(module)
    MEMORY.parent.mkdir(exist_ok=True)
    modules = [module for module in TESTS if not wanted or any(part in module for part in wanted)]
    changes = survivors = 0
    with multiprocessing.get_context("fork").Pool(1, maxtasksperchild=1) as pool:
        for module, (count, survived) in zip(modules, pool.imap(try_module, modules, chunksize=1), strict=True):
            print(f"{module}: {count} changes, {survived} survive", file=sys.stderr, flush=True)
            changes, survivors = changes + count, survivors + survived
    return changes, survivors


def rows() -> Iterator[Row]:
    """Every number of the rules and the science changed up and down: how many changes no test misses."""
    changes, survivors = try_modules(())
    yield Row(
        "numbers of rules and science changed, no test fails", survivors, changes, "all changes", 0.0, unit="changes"
    )


def main(wanted: list[str]) -> int:
    """Try the numbers of these rooms; the exit code is 1 if a change of one survives."""
    changes, survivors = try_modules(wanted)
    print(f"{changes} changes, {survivors} survive")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
