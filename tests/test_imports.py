"""What is heavy is imported when it is used, not before."""

from __future__ import annotations

import subprocess
import sys


def test_importing_the_core_loads_nothing_heavy() -> None:
    code = "import sys, planwise_core, planwise_core.training.engine; print(sorted(sys.modules))"

    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert [name for name in ("streamlit", "openai", "pandas", "altair") if f"'{name}'" in loaded] == []


def test_an_open_house_without_a_key_never_loads_openai(tmp_path: object) -> None:
    code = (
        "import sys, planwise_core, planwise_core.settings as s;"
        f"p = planwise_core.open_planwise(s.Settings.from_env({{'DB_URL': 'sqlite:///{tmp_path}/x.db'}}));"
        "print(p.talk('anna', 'hello').says, 'openai' in sys.modules, 'pandas' in sys.modules); p.close()"
    )

    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert said.strip().endswith("False False")
