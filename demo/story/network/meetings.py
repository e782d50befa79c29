"""When they met: an evening that was, one that comes, and one that did not go on."""

from demo.story.network.coming import MARIEKE, PIM
from demo.story.script import Step, Told, step

HANNA = "hanna.vos"
INVITED = ("noor", "robin", "sam", "kim", "mila", "aisha", "elena", "omar")


def _answers(day: int, **people: str) -> list[Step]:
    return [step("answer_invitation", who, day, 19, 5 * number, answer=answer) for number, (who, answer) in enumerate(people.items())]


MEETINGS = (
    Told("autumn evening", steps=(
        step("plan_meeting", MARIEKE, 45, 10, days=37, kind="network", title="Netwerkbijeenkomst: samen op straat", place="Buurthuis De Sluis", chair=HANNA),
        step("invite_to_meeting", MARIEKE, 44, 10, people=INVITED),
        *_answers(40, noor="yes", robin="yes", sam="yes", kim="maybe", mila="yes", aisha="no", elena="yes"),
    )),
    Told("talk about the square", steps=(
        step("plan_meeting", PIM, 30, 10, days=9, kind="tension", title="Gesprek over de rust op het plein", occasion="incident", place="Gemeentehuis, kamer 1.04"),
        step("invite_to_meeting", PIM, 30, 11, people=("noor", "omar", "elena")),
        *_answers(29, noor="yes"),
        step("cancel_meeting", PIM, 27, 9),
    )),
    Told("next evening", steps=(
        step("plan_meeting", MARIEKE, 7, 10, days=27, kind="network", title="Netwerkbijeenkomst: jongeren en hun telefoon", place="Bibliotheek Midden", chair=HANNA,
             places=4, agenda_closes=22),
        step("invite_to_meeting", MARIEKE, 6, 10, people=INVITED),
        *_answers(4, noor="yes", robin="yes", mila="yes", kim="maybe", aisha="yes", omar="no", elena="yes"),  # Elena waits for a place
        step("tell_needs", "noor", 4, 20, needs=("child_care",), food="Geen vlees, graag"),
    )),
)  # fmt: skip
