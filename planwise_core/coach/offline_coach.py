"""The coach that needs no key: plain rules."""

from __future__ import annotations

import datetime as dt
import re

from planwise_core.coach.reply import Prompt, Reply, Say
from planwise_core.training.athlete import Race
from planwise_core.training.edits import Scale


class OfflineCoach:
    """Answers by rules."""

    name = "offline coach"

    def reply(self, prompt: Prompt, say: Say) -> Reply:
        reply = self._reply(prompt)
        for word in re.findall(r"\S+\s*", reply.says):
            say(word)
        return reply.but(answered_by=self.name)

    def _reply(self, prompt: Prompt) -> Reply:
        situation, asked = prompt.situation, prompt.asked.lower()
        if situation.plan is None and "marathon" in asked:
            race = Race(distance_km=21.0975 if "half" in asked else 42.195, date=dt.date(2027, 4, 18))
            days = ("mon", "tue", "wed", "thu", "fri", "sat")
            athlete = situation.athlete.but(races=(race,), weekly_km=30, days_per_week=4, free_days=days)
            return Reply(says="Here is your plan. Have a look at it on the Plan page.", athlete=athlete, build=True)
        if situation.plan and (week := re.search(r"week (\d+) easier", asked)):
            number = int(week[1])
            edit = Scale(from_week=number, to_week=number, percent=80)
            return Reply(says=f"Week {number} a fifth shorter: accept it below.", edits=(edit,))
        return Reply(says="Tell me which race you train for, when it is and how much you run now.")
