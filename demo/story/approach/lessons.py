"""Waterveen chose a threshold of its own, as its vision promises, and set one lesson aside for a while."""

from demo.story.approach.vision import THIJS
from demo.story.script import Told, step

LESSONS = (
    Told("lessons", steps=(
        step("choose_threshold", THIJS, 170, 11, code="contact", threshold=80),
        step("set_lesson_aside", "marieke.dewit", 30, 10, code="joining", because="Het netwerk is op sterkte. Na de winter zoeken we weer.", days=90),
    )),
)
