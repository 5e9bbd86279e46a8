"""PlanWise: a running coach you talk to. `open_planwise` is the front door."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planwise_core.service import PlanWise
    from planwise_core.settings import Settings


def open_planwise(settings: Settings) -> PlanWise:
    """A PlanWise that is ready: its database created and migrated, its coaches in a row, unfinished turns taken over.

    Nothing heavy is imported before this is called, and `openai` not before a key is set and a question asked.
    """
    from planwise_core.coach.chain import coaches
    from planwise_core.service import PlanWise
    from planwise_core.store.store import Store

    store = Store(settings.db_url)
    store.migrate()
    planwise = PlanWise(settings, store, coaches(settings))
    planwise.runner.stay()
    return planwise


__all__ = ["open_planwise"]
