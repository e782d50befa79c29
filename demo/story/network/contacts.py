"""Who spoke with whom: in quiet time by the rhythm of eight weeks, and because of something that happened."""

from itertools import count, takewhile

from demo.story.network.coming import ACTIVE_AFTER, CAME
from demo.story.script import HER_COORDINATOR, Step, Told, step

EVERY = 33  # working days between two calls: within the eight weeks that were agreed
TOPICS = ("catching_up", "neighbourhood", "activity", "policy", "cooperation", "neighbourhood")
THEMES = ("neighbourhood", "none", "online", "anti_government", "none", "right", "discrimination", "none", "jihadism", "left")
WAYS = ("call", "visit", "call", "message", "call", "meeting")

# The last time that somebody was called, in working days ago. Left out: who was called by the day of the calendar (below).
LAST = {
    "noor": 20, "sam": 31, "kim": 12, "robin": 6, "ruud": 25, "fleur": 17, "gerda": 18, "tim": 8, "shanti": 29, "daan": 33, "jurre": 22, "aisha": 3, "peet": 14,
    "elena": 27, "joyce": 10, "dirk": 24, "nadia": 5, "hugo": 19, "wen": 30, "bas": 13, "carla": 56, "henk": 150,
}  # fmt: skip
# Eight weeks are over today for Alex, since two working days for Mila, since more than a week for Omar.
WEEKS_OVER = {"alex": 56, "mila": 60, "omar": 65}
WRITTEN_LATER = 33  # working days ago: the call was written down a few days after it


def _calls(number: int, who: str) -> Told:
    """From the last call back to the day on which she became active."""
    last = LAST.get(who, WRITTEN_LATER)
    before = takewhile(lambda day: day < CAME[who] - ACTIVE_AFTER, count(last + EVERY, EVERY))
    days = [*before][::-1]
    steps = [_call(number + index, day) for index, day in enumerate(days)]
    newest = {"on_days_before_today": WEEKS_OVER[who]} if who in WEEKS_OVER else NEWEST.get(who, {})
    if who != "carla":  # her last talk is told where she leaves
        steps.append(_call(number + len(days), last, **newest))
    return Told(f"calls with {who}", tuple(steps), who=who)


def _call(number: int, day: int, **more: object) -> Step:
    chosen = {"how": WAYS[number % len(WAYS)], "topic": TOPICS[number % len(TOPICS)], "theme": THEMES[number % len(THEMES)]}
    return step("log_contact", HER_COORDINATOR, day, 10 + number % 6, 5 * (number % 12), **{**chosen, **more})


# What was agreed in that call, and by which day.
NEWEST = {
    "robin": {"how": "call", "topic": "activity", "next_step": "send", "next_in": 5},  # since yesterday too late
    "kim": {"how": "call", "topic": "policy", "next_step": "call_again", "next_in": 12},  # today
    "aisha": {"how": "visit", "topic": "activity", "next_step": "arrange", "next_in": 4},
    "noor": {"how": "visit", "topic": "cooperation", "next_step": "meet", "next_in": 22},
    "tim": {"how": "call", "topic": "help", "next_step": "send", "next_in": 11},
}


def _incident(who: str, day: int, theme: str, *, by: str = HER_COORDINATOR) -> Told:
    done = step("log_contact", by, day, 9, 45, how="call", occasion="incident", topic="tension", theme=theme)
    return Told(f"incident {who} {day}", (done,), who=who)


BECAUSE_OF_AN_INCIDENT = (
    _incident("noor", 176, "neighbourhood"),
    _incident("robin", 160, "online"),
    _incident("mila", 128, "left"),
    _incident("omar", 97, "discrimination"),
    _incident("sam", 96, "right"),
    _incident("aisha", 71, "jihadism"),
    _incident("ruud", 52, "anti_government"),
    _incident("alex", 21, "neighbourhood"),
    _incident("noor", 21, "neighbourhood"),
)
# A key figure writes down a contact as well.
WROTE_HERSELF = (
    Told("sam wrote it down", who="sam", steps=(step("log_contact", "sam", 15, 20, how="message", topic="help"),)),
    Told("elena wrote it down", who="elena", steps=(step("log_contact", "elena", 9, 20, how="visit", topic="neighbourhood"),)),
)
TICKED_OFF = (
    Told("agreed with shanti", who="shanti", steps=(
        step("log_contact", HER_COORDINATOR, 47, 15, how="call", topic="help", next_step="arrange", next_in=6),
        step("tick_off", HER_COORDINATOR, 43, 11),
    )),
    Told("agreed with bas", who="bas", steps=(
        step("log_contact", HER_COORDINATOR, 26, 15, how="meeting", topic="activity", next_step="send", next_in=3),
        step("tick_off", HER_COORDINATOR, 24, 11),
    )),
)

CONTACTS = (*(_calls(number, who) for number, who in enumerate(CAME) if who != "lina"), *BECAUSE_OF_AN_INCIDENT, *WROTE_HERSELF, *TICKED_OFF)
