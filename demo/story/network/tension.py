"""A time of tension that is over, and an evening of before of which can be read how it was."""

from demo.story.network.coming import MARIEKE, PIM
from demo.story.script import Told, step

THERE = ("noor", "robin", "sam", "mila", "elena", "omar")
LIGHT = "Meer activiteiten op het plein"
SAID = {LIGHT: ("Jongeren willen op het plein iets te doen hebben.", "De gemeente vraagt het jongerenwerk.")}
SCORES = ((5, 5, 5, 4, 3), (5, 4, 5, 5, 4), (4, 4, 4, None, 2), (5, 5, 4, 4, 3), (4, 3, 5, 5, 5), (3, 4, 4, 4, 2))

TENSION = (
    Told("unrest at the square", steps=(
        step("begin_tension", MARIEKE, 60, 16, 30, theme="neighbourhood", area="Midden", phase="signs"),
        step("set_phase", MARIEKE, 60, 21, 40, phase="acute"),
        step("call_own", MARIEKE, 60, 21, 55),
        step("call_own", PIM, 60, 22, 5, not_reached=1),
        step("set_phase", PIM, 59, 10, phase="aftercare"),
        step("give_aftercare", MARIEKE, 58, 15, how="call"),
        step("give_aftercare", PIM, 57, 11, how="visit"),
        step("end_tension", MARIEKE, 55, 9, 30),
    )),
    Told("evening at the square", steps=(
        step("plan_meeting", MARIEKE, 70, 10, days=15, kind="network", title="Samen op het plein", place="Buurthuis De Sluis"),
        step("invite_to_meeting", MARIEKE, 70, 11, people=THERE),
        *(step("answer_invitation", who, 66, 19, number, answer="yes") for number, who in enumerate(THERE)),
        step("propose_point", "robin", 64, 20, title=LIGHT, minutes=30),
        step("write_report", MARIEKE, 54, 10, there=THERE, points=SAID, does={}, days=1),
        step("close_report", MARIEKE, 54, 11),
        *(step("answer_pulse", who, 52, 19, number, scores=scores) for number, (who, scores) in enumerate(zip(THERE, SCORES, strict=True))),
        step("tell_what_was_done", MARIEKE, 45, 15, title=LIGHT, text="Het jongerenwerk is er nu op woensdag en vrijdag."),
    )),
)  # fmt: skip
