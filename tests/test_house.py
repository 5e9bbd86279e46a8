"""The house keeps its floors and fences: read from the source, so that no import can slip through."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted([ROOT / "app.py", *(ROOT / "pages").glob("*.py"), *(ROOT / "planwise_core").rglob("*.py")])

# A room's floor: a file may import from its own floor or below. The longest name that fits counts.
FLOORS = {
    "planwise_core.errors": 1,
    "planwise_core.training": 2,
    "planwise_core.settings": 2,
    "planwise_core.coach": 3,
    "planwise_core.store": 3,
    "planwise_core.files": 3,
    "planwise_core.turns": 4,
    "planwise_core.rooms": 4,
    "planwise_core.service": 4,
    "planwise_core.demo": 4,
    "planwise_core.accounts": 4,
    "planwise_core.members": 4,
    "planwise_core.roster": 4,
    "planwise_core": 4,
    "planwise_core.api": 5,
    "planwise_core.ui": 5,
    "pages": 6,
    "app": 6,
}
WINGS = ("planwise_core.coach", "planwise_core.store", "planwise_core.files")
FENCES = {
    "streamlit": ("planwise_core.ui", "pages", "app"),
    "streamlit_authenticator": ("planwise_core.ui",),
    "sqlalchemy": ("planwise_core.store",),
    "alembic": ("planwise_core.store",),
    "openai": ("planwise_core.coach.openai_coach",),
    "fastapi": ("planwise_core.api",),
}


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> set[str]:
    """Every module a file imports, anywhere in it, types-only imports left out."""
    tree = ast.parse(path.read_text())
    typing_only = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for inner in ast.walk(node)
    }
    found: set[str] = set()
    for node in ast.walk(tree):
        if node in typing_only:
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names if is_module(f"{node.module}.{alias.name}")}
    return found


def is_module(name: str) -> bool:
    path = ROOT / name.replace(".", "/")
    return path.with_suffix(".py").exists() or (path / "__init__.py").exists()


def is_in(name: str, room: str) -> bool:
    return name == room or name.startswith(room + ".")


def floor(name: str) -> int:
    return FLOORS[max((room for room in FLOORS if is_in(name, room)), key=len)]


def ours(names: set[str]) -> set[str]:
    return {name for name in names if name.split(".")[0] in {"planwise_core", "pages", "app"}}


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_no_arrow_runs_up(path: Path) -> None:
    upward = {name for name in ours(imports(path)) if floor(name) > floor(name_of(path))}

    assert upward == set()


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_no_wing_knows_another(path: Path) -> None:
    own = next((wing for wing in WINGS if is_in(name_of(path), wing)), None)

    strangers = {name for name in imports(path) for wing in WINGS if own and wing != own and is_in(name, wing)}

    assert strangers == set()


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_every_fence_holds(path: Path) -> None:
    over = {
        name
        for name in imports(path)
        for outside, rooms in FENCES.items()
        if is_in(name, outside) and not any(is_in(name_of(path), room) for room in rooms)
    }

    assert over == set()


def test_no_import_runs_in_a_circle() -> None:
    arrows = {name_of(path): {n for n in ours(imports(path)) if is_module(n)} - {name_of(path)} for path in FILES}
    done: set[str] = set()

    def walk(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " → ".join((*trail[trail.index(name) :], name))
        if name in done:
            return
        for target in arrows.get(name, ()):
            walk(target, (*trail, name))
        done.add(name)

    for name in arrows:
        walk(name, ())


@pytest.mark.parametrize("path", sorted((ROOT / "planwise_core/training").rglob("*.py")), ids=name_of)
def test_the_ground_has_no_clock(path: Path) -> None:
    calls = {
        node.func.attr
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }

    assert calls & {"today", "now", "utcnow"} == set()


def test_every_method_of_a_room_is_for_a_client() -> None:
    """The pages' guard stands on this: it takes the first argument for the client that is asked about."""
    first = {
        (path.stem, method.name): [argument.arg for argument in method.args.args[1:2]]
        for path in (ROOT / "planwise_core/rooms").glob("*.py")
        for room in ast.parse(path.read_text()).body
        if isinstance(room, ast.ClassDef) and (room.name == "Desk" or is_room(room))
        for method in room.body
        if isinstance(method, ast.FunctionDef) and not method.name.startswith("_")
    }

    assert {name for name, argument in first.items() if argument != ["client_id"]} == set()
    assert len(first) > 30


def is_room(found: ast.ClassDef) -> bool:
    return "Desk" in {base.id for base in found.bases if isinstance(base, ast.Name)}
