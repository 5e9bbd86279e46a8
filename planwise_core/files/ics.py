"""A plan as a calendar (RFC 5545). A workout's lasting id makes the event's UID, so importing again updates."""

from __future__ import annotations

import datetime as dt

from icalendar import Calendar, Event

from planwise_core.training.plan import Plan, Workout
from planwise_core.training.values import Units, shown_distance, shown_duration


def calendar(plan: Plan, *, client_id: str, version: int, stamp: dt.datetime, units: Units = "km") -> bytes:
    """All workouts as all-day events. `version` is each event's SEQUENCE: a newer plan wins."""
    made = Calendar()
    made.add("prodid", "-//PlanWise//Training plan//EN")
    made.add("version", "2.0")
    made.add("x-wr-calname", plan.goal)
    for workout in plan.workouts:
        event = _event(workout, units)
        event.add("uid", f"{client_id}-{workout.id}@planwise")
        event.add("dtstamp", stamp.astimezone(dt.UTC))
        event.add("sequence", version)
        made.add_component(event)
    text: bytes = made.to_ical()
    return text


def _event(workout: Workout, units: Units) -> Event:
    sizes = (
        shown_distance(workout.km, units) if workout.km else "",
        shown_duration(workout.minutes * 60) if workout.minutes else "",
    )
    event = Event()
    event.add("summary", f"{workout.title} ({' · '.join(filter(None, sizes))})")
    event.add("dtstart", workout.date)
    event.add("dtend", workout.date + dt.timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    if workout.notes:
        event.add("description", workout.notes)
    return event
