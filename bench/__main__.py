"""`python -m bench`: every measurement, printed and put into the README."""

from __future__ import annotations

import sys
from itertools import chain

from bench import engine_sweep, first_word, main_job, mutate_constants, tokens
from bench.table import HEADER, Row, into_readme, written


def main() -> None:
    rows: list[Row] = []
    print(HEADER)
    for row in chain(main_job.rows(), engine_sweep.rows(), tokens.rows(), first_word.rows(), mutate_constants.rows()):
        rows.append(row)
        print(row, flush=True)
    into_readme(written(rows))
    sys.exit(not all(row.holds for row in rows))


if __name__ == "__main__":
    main()
