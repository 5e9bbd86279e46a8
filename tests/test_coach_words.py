"""A model's words: harmless to show, whole or in pieces, and true of the plan."""

from __future__ import annotations

import datetime as dt
import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.judging import messages, outcome, situation
from planwise_core.coach.claims import contradictions
from planwise_core.coach.offline_coach import OfflineCoach
from planwise_core.coach.reply import Situation
from planwise_core.coach.stream import Words, events
from planwise_core.coach.words import SafeStream, safe
from planwise_core.training.athlete import Athlete, Performance, Race
from planwise_core.training.edits import Move, Scale, apply
from planwise_core.training.journal import Said
from planwise_core.training.workouts import make
from tests.builders import MONDAY, easy, plan, workout

EVAL = Path(__file__).parent / "data" / "eval"
DANGER = re.compile(r"\]\(|\]\[|\]:|!\[|<[a-zA-Z/!?]|https?://|www\.", re.IGNORECASE)
BITS = st.sampled_from(
    [*"[]()<>!: \n", "http://e.x/", "www.a", "word", "two words ", "img ", "data:", "x" * 320, "\u200b", "\x00", "é"]
)
texts = st.lists(BITS, max_size=25).map("".join)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Look ![map](https://evil.example/?d=1) here", "Look map here"),
        ("Read [this page](http://evil.example) now", "Read this page now"),
        ("![a][b] and [c][d]", "a and c"),
        ("[b]: https://evil.example/p.png", "[b] : (link left out)"),
        ("Hi <img src=x onerror=alert(1)> there", "Hi  there"),
        ("<script>alert(1)</script>Run", "alert(1)Run"),
        ("See https://evil.example/x and www.evil.example", "See (link left out) and (link left out)"),
        ("<https://evil.example>", ""),
        ("[![x](http://a.b/c)](http://d.e)", "x"),
        ("javascript:alert(1)", "(link left out)"),
        ("Stay easy\u202e\u200b\x07\ud83d.", "Stay easy."),
        ("Keep your pulse < 150 [easy]: 8 km", "Keep your pulse < 150 [easy] : 8 km"),
        ("Long run: 18 km at 5:30/km (RPE 4).", "Long run: 18 km at 5:30/km (RPE 4)."),
    ],
)
def test_nothing_that_a_page_would_fetch_or_run_is_left(written: str, shown: str) -> None:
    assert safe(written) == shown


@given(texts)
def test_safe_words_are_safe_and_stay_the_same(text: str) -> None:
    assert not DANGER.search(safe(text))
    assert safe(safe(text)) == safe(text)


@given(texts, st.lists(st.integers(0, 400), max_size=8))
def test_words_in_pieces_are_as_safe_as_the_whole(text: str, cuts: list[int]) -> None:
    edges = sorted({0, len(text), *(min(cut, len(text)) for cut in cuts)})
    stream = SafeStream()

    shown = "".join(stream.feed(text[a:b]) for a, b in pairwise(edges)) + stream.rest()

    assert not DANGER.search(shown)


@given(st.text(max_size=80), st.integers(1, 9))
def test_the_words_are_read_out_of_half_an_answer(says: str, every: int) -> None:
    text = json.dumps({"says": says, "edits": ["says"]}, ensure_ascii=len(says) % 2 == 0)
    words = Words()

    read = "".join(words.feed(text[at : at + every]) for at in range(0, len(text), every))

    plain = {"\n", "\t"}
    assert [each for each in read if each.isprintable() or each in plain] == [
        each for each in says if each.isprintable() or each in plain
    ]


@pytest.mark.parametrize("every", [1, 2, 5, 30])
@pytest.mark.parametrize("half", ["\\ud83d", "\\ude00", "\\ud83d\\ud83d", "\\ude00\\ud83d"])
def test_half_a_letter_is_left_out_and_takes_no_other_with_it(half: str, every: int) -> None:
    text, words = f'{{"says": "Run {half}on \\ud83d\\ude00{half}", "do": "talk"}}', Words()

    assert "".join(words.feed(text[at : at + every]) for at in range(0, len(text), every)) == "Run on 😀"


@pytest.mark.parametrize("piece", ["<", "a<", "[", "![", "[a](", "w"])
def test_no_word_is_held_back_for_ever(piece: str) -> None:
    stream = SafeStream()

    for _ in range(40):
        stream.feed(piece * 50)

    assert len(stream.rest()) < 1000


def test_words_that_do_not_begin_an_answer_are_not_shown_early() -> None:
    assert Words().feed('{"do":"edit","says":"Hi"}') == ""


@given(st.lists(st.integers(1, 9), max_size=60))
def test_events_are_found_wherever_the_bytes_are_cut(sizes: list[int]) -> None:
    body = b': hi\r\n\r\ndata: {"a": "\xc3\xa9"}\r\n\r\ndata: one\ndata: two\n\ndata: half'
    pieces, at = [], 0
    for size in [*sizes, len(body)]:
        pieces.append(body[at : at + size])
        at += size

    assert list(events(pieces)) == ['{"a": "é"}', "one\ntwo"]


BEFORE = plan(
    workout("tue", 8, type="tempo"), easy("thu", 6), workout("sun", 14, type="long"),
    easy("tue", 7, week=2), workout("sun", 16, week=2, type="long"),
)  # fmt: skip
AFTER = apply(BEFORE, [Move(workout="w1-sun", week=1, day="sat"), Scale(from_week=2, to_week=2, percent=80)])


def wrong(says: str, asked: str = "", proposed: bool = True, **more: object) -> str:
    situation = Situation(today=MONDAY, plan=BEFORE, **more)  # type: ignore[arg-type]
    return " ".join(contradictions(says, asked, situation, AFTER if proposed else None))


@pytest.mark.parametrize(
    "says",
    [
        "I suggest the long run of week 1 on Saturday, 14 km as before.",
        "Week 2 goes from 23 km down to about 18 km.",
        "Your long run moves from Sunday to Saturday.",
        "Keep Tuesday's tempo at 8 km.",
        "Would you rather have the long run on Friday, 30 km?",
        "If you run 30 km on Friday, you will be tired.",
        "The 5 km you asked about is a fine race.",
        "There is no long run on Friday.",
        "Saturday 28 November is a good day for it.",
        "That is 3 km less in week 2.",
        "That is 3 km less in the second week.",
        "The ninth week of the year is far away.",
        "Sleep 8 hours, drink 2 litres.",
        "I suggest cutting week 2 by 20 %.",
        "Week 2 is about a fifth lighter.",
        "Never run 10 % more than the week before.",
        "Your long run is about 9 miles on Saturday.",
        "Tuesday the 1st stays easy.",
        "Tuesday, December 1, stays easy.",
        "Tue 1 Dec stays easy.",
        "You have 2 runs of 5 to 8 km.",
        "Weeks 1 and 2 stay gentle.",
        "You will not run 30 km this week.",
        "A marathon is 42.2 km.",
        "The plan has 4 weeks.",
        "Friday is a rest day.",
        "Week 1 has three runs.",
    ],
)
def test_words_that_agree_pass(says: str) -> None:
    assert wrong(says, asked="5 km") == ""


@pytest.mark.parametrize(
    ("says", "problem"),
    [
        ("The long run of week 1 is on Friday.", "has a long run on Saturday, not on Friday"),
        ("I suggest moving the long run to Friday.", "not on Friday"),
        ("Week 1 has 42 km.", "no 42 km in week 1"),
        ("The tempo on Tuesday gets 12.5 km.", "no 12.5 km in the plan"),
        ("It is all set for week 9.", "no week 9"),
        ("The first week has 42 km.", "no 42 km in week 1"),
        ("Your 9th week is the hardest.", "no week 9"),
        ("The long run of the first week is on Friday.", "has a long run on Saturday, not on Friday"),
        ("Here is your 12-week plan.", "4 weeks, not 12"),
        ("Saturday 29 November is a good day for it.", "29 November 2026 is a Sunday"),
        ("Sunday is 20 miles long.", "no 20 miles in the plan"),
        ("In week 1 you run 25-30 miles.", "no 30 miles in week 1"),
        ("You run between 20 and 22 km on Saturday.", "no 22 km in the plan"),
        ("I suggest cutting week 2 by 50 %.", "The change is 20 %, not 50 %"),
        ("Week 2 is a third lighter.", "not 33 %"),
        ("Weeks 7 and 8 stay gentle.", "no week 7"),
        ("In weeks 3-6 you rest.", "no week 6"),
        ("The plan has 12 weeks.", "4 weeks, not 12"),
        ("Tuesday the 2nd stays easy.", "02 December 2026 is a Wednesday"),
        ("Tuesday, December 2, stays easy.", "is a Wednesday"),
        ("Tue 2 Dec stays easy.", "is a Wednesday"),
        ("On 2026-12-01, a Wednesday, you rest.", "01 December 2026 is a Tuesday"),
        ("The long run is now on 2 December.", "no long run on Wednesday 02 December"),
        ("Wednesday is your easy run.", "not on Wednesday"),
        ("Thursday of week 1 is a rest day.", "Thursday has a run in week 1"),
        ("I have 5 runs for you in week 1.", "Week 1 has 3 runs, not 5"),
    ],
)
def test_words_that_contradict_the_plan_are_found(says: str, problem: str) -> None:
    assert problem in wrong(says)


RUNNER = Athlete(
    races=(Race(distance_km=21.0975, date=MONDAY + dt.timedelta(days=27)),),
    recent=Performance(distance_km=10, duration_s=3000),
)
STEPS = plan(
    workout("tue", **make("vo2_long", km=9).content),  # 3 × 1 km, 54 min
    workout("sun", 14, type="long", minutes=95), workout("sun", 21.1, week=4, type="race"),
)  # fmt: skip


def wrong_of_steps(says: str, asked: str = "") -> str:
    return " ".join(contradictions(says, asked, Situation(today=MONDAY, plan=STEPS, athlete=RUNNER), None))


@pytest.mark.parametrize(
    "says",
    [
        "Tuesday's intervals are 3 x 1 km.",
        "Tuesday's intervals are 3 × 1000 m at 4:52 /km.",
        "Intervals such as 5 x 1 km come later.",
        "The long run on Sunday takes about an hour and a half, 95 minutes.",
        "Sunday's long run takes around 1 h 35 min.",
        "Sunday's long run takes 1.5 hours.",
        "The intervals on Tuesday begin with 10 minutes of jogging, no more than 20 minutes.",
        "A long run of 3 hours would be too much on Sunday.",
        "Sleep 8 hours before Sunday's long run?",
        "You ran 10 km at 5:00/km.",
        "Easy is 6:10 per km, about 9:55 per mile.",
        "27 days to go until the race!",
        "The race is 3 weeks away.",
        "The race is 4 weeks away.",
        "In 12 days until Christmas you can rest.",
    ],
)
def test_times_paces_and_repeats_that_agree_pass(says: str) -> None:
    assert wrong_of_steps(says) == ""


@pytest.mark.parametrize(
    ("says", "problem"),
    [
        ("Tuesday's intervals are 6 x 1 km.", "no 6 x 1 km"),
        ("Tuesday's intervals are 3 × 800 m.", "no 3 × 800 m"),
        ("The long run on Sunday takes 3 hours.", "about 95 min, not 3 hours"),
        ("Sunday's long run takes 45 minutes.", "about 95 min, not 45 minutes"),
        ("The long run of week 1 takes 2 h 30.", "about 95 min, not 2 h 30"),
        ("Run the intervals at 3:30/km.", "no pace of 3:30/km"),
        ("Your easy pace is 6:30 per mile.", "no pace of 6:30 per mile"),
        ("The race is 40 days away.", "27 days away"),
        ("There are 9 weeks left until your half marathon.", "27 days away"),
    ],
)
def test_times_paces_and_repeats_that_are_wrong_are_found(says: str, problem: str) -> None:
    assert problem in wrong_of_steps(says)
    assert wrong_of_steps(says.rstrip(".") + "?") == ""  # a question claims nothing


def test_paces_and_times_the_runner_brought_up_are_no_contradiction() -> None:
    asked = "Can I run 3:30/km for 45 minutes, 6 x 1 km?"

    assert wrong_of_steps("3:30/km for 45 minutes on Sunday's long run, 6 x 1 km: no.", asked) == ""


@pytest.mark.parametrize("km", [1, 60, 250])
@pytest.mark.parametrize("recent", [None, Performance(distance_km=10, duration_s=2400)])
def test_paces_can_be_checked_for_any_race(km: float, recent: Performance | None) -> None:
    own = Athlete(races=(Race(distance_km=km),), recent=recent)

    assert contradictions("Run at 1:00/km.", "", Situation(today=MONDAY, plan=STEPS, athlete=own), None)


@pytest.mark.parametrize(
    ("says", "problem"),
    [
        ("Ich schlage vor, den langen Lauf in Woche 1 am Freitag zu machen.", "on Saturday, not on Friday"),
        ("In Woche 9 läufst du 30 km, und das ist gut für dich.", "no week 9"),
        ("Dein langer Lauf am Samstag hat 30 Kilometer, das ist gut für dich.", "no 30 km"),
        ("Je propose de faire la sortie longue de la semaine 1 le vendredi.", "not on Friday"),
        ("Propongo hacer la tirada larga de la semana 1 el viernes.", "not on Friday"),
        ("Propongo la corsa lunga della settimana 1 per venerdì, con calma.", "not on Friday"),
        ("Am Sonntag, 28. November, ist Ruhe, und das ist gut.", "28 November 2026 is a Saturday"),
    ],
)
def test_words_of_other_languages_are_held_against_the_plan(says: str, problem: str) -> None:
    assert problem in wrong(says)


@pytest.mark.parametrize(
    "says",
    [
        "Ich schlage vor, den langen Lauf in Woche 1 am Samstag zu machen.",
        "Wenn du am Freitag den langen Lauf machst, bist du müde und das ist nicht gut.",
        "Zusammen sind das diese Woche 28 km, und das ist gut.",
        "Statt am Sonntag läufst du den langen Lauf am Samstag, 14 km.",
        "Je propose de faire la sortie longue de la semaine 1 le samedi, 14 km.",
        "Si quieres, puedes hacer la tirada larga el viernes.",
        "我建议把长跑改到星期六。",
    ],
)
def test_words_of_other_languages_that_agree_pass(says: str) -> None:
    assert wrong(says) == ""


def test_a_coach_that_reads_its_words_off_the_plan_never_contradicts_it() -> None:
    coach = OfflineCoach()
    for part in ("direct", "indirect", "unseen"):
        for message in messages(EVAL / f"{part}.jsonl"):
            if not message.get("before"):
                came = outcome(coach, situation(message["on"]), message["say"])
                proposed = came.plan if came.is_changed else None
                if not (came.refers or came.problem):
                    assert contradictions(came.reply.says, came.asked, came.was, proposed) == (), came.reply.says


def test_a_change_that_was_not_made_is_found() -> None:
    assert "none was made" in wrong("I've moved your long run to Saturday.", proposed=False)
    assert wrong("I've moved your long run to Saturday.") == ""


def test_numbers_the_runner_brought_up_are_no_contradiction() -> None:
    history = (Said(role="runner", text="I ran 33 km once"),)

    assert wrong("33 km is a lot, and 27 km a week is a base.", history=history, athlete=Athlete(weekly_km=27)) == ""


def test_before_there_is_a_plan_nothing_can_contradict_it() -> None:
    assert contradictions("Week 9 has 99 km.", "", Situation(today=MONDAY), None) == ()
