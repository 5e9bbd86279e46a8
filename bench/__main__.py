"""`python -m bench`: every measurement, printed and put into the README."""

from __future__ import annotations

import sys

from bench import main_job
from bench.table import HEADER, Row, into_readme, written


def main() -> None:
    rows: list[Row] = []
    print(HEADER)
    for row in main_job.rows():
        rows.append(row)
        print(row, flush=True)
    into_readme(written(rows))
    sys.exit(not all(row.holds for row in rows))


if __name__ == "__main__":
    main()
