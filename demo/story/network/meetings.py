"""When they met: an evening that was, one that comes, one that did not go on, and two for which they looked for a date."""

from demo.story.network.coming import MARIEKE, PIM
from demo.story.script import Step, Told, step

HANNA = "hanna.vos"
INDEPENDENT = "Ik leid gesprekken voor scholen en woningcorporaties in de regio. In Waterveen doe ik alleen deze avonden."
INVITED = ("noor", "robin", "sam", "kim", "mila", "aisha", "elena", "omar")
PARK, BIKES = "Licht in het park", "Fietsen bij de school"
SAID = {
    PARK: ("De ingang van het park is donker. Mensen lopen om.", "De gemeente kijkt of er licht bij kan."),
    BIKES: ("Bij de school staan fietsen op de stoep. Wie met een kinderwagen komt, moet de weg op.", "Wij vragen de school om een vaste plek."),
}
DOES = {PIM: "De school vragen om een vaste plek voor fietsen.", "mila": "Ouders vertellen waar de fietsen kunnen staan."}


def _answers(day: int, **people: str) -> list[Step]:
    return [step("answer_invitation", who, day, 19, 5 * number, answer=answer) for number, (who, answer) in enumerate(people.items())]


def _dates(day: int, **people: tuple[str, ...]) -> list[Step]:
    return [step("say_when", who, day, 20, 5 * number, answers=answers) for number, (who, answers) in enumerate(people.items())]


MEETINGS = (
    Told("autumn evening", steps=(
        step("plan_meeting", MARIEKE, 45, 10, days=37, kind="network", title="Samen op straat", place="Buurthuis De Sluis", chair=HANNA),
        step("invite_to_meeting", MARIEKE, 44, 10, people=INVITED),
        step("declare_independent", HANNA, 43, 9, own_words=INDEPENDENT),
        *_answers(40, noor="yes", robin="yes", sam="yes", kim="maybe", mila="yes", aisha="no", elena="yes"),
        step("propose_point", "robin", 20, 20, title=PARK, minutes=30, explanation="Rond zes uur is het er al donker. Ouders laten hun kinderen omlopen."),
        step("propose_point", "mila", 18, 21, title=BIKES, minutes=20, aim="think_along"),
        step("write_report", HANNA, 8, 21, 15, there=("noor", "robin", "sam", "kim", "mila", "elena"), points=SAID, does=DOES, days=20),
        step("close_report", HANNA, 7, 10),
        step("accept_action", "mila", 6, 20),
        step("correct_report", "kim", 6, 21, title=PARK, text="Het gaat om het hele pad, niet alleen om de ingang."),
        step("take_over_correction", HANNA, 5, 11, title=PARK, said="Het pad door het park is donker. Mensen lopen om."),
        step("tell_what_was_done", MARIEKE, 3, 15, title=PARK, text="Er komen vier lampen langs het pad. Zij staan er voor de kerst."),
    )),
    Told("talk about the square", steps=(
        step("plan_meeting", PIM, 30, 10, days=9, kind="tension", title="Gesprek over de rust op het plein", occasion="incident", place="Gemeentehuis, kamer 1.04"),
        step("invite_to_meeting", PIM, 30, 11, people=("noor", "omar", "elena")),
        *_answers(29, noor="yes"),
        step("cancel_meeting", PIM, 27, 9),
    )),
    Told("next evening", steps=(
        step("plan_meeting", MARIEKE, 7, 10, days=27, kind="network", title="Jongeren en hun telefoon", place="Bibliotheek Midden", chair=HANNA,
             places=4, agenda_closes=22),
        step("invite_to_meeting", MARIEKE, 6, 10, people=INVITED),
        step("declare_independent", HANNA, 5, 9, own_words=INDEPENDENT),
        *_answers(4, noor="yes", robin="yes", mila="yes", kim="maybe", aisha="yes", omar="no", elena="yes"),  # Elena waits for a place
        step("tell_needs", "noor", 4, 20, needs=("child_care",), food="Geen vlees, graag"),
        step("propose_point", "noor", 4, 20, 30, title="Wat doen wij met groepen op de app?", aim="think_along", minutes=30,
             explanation="Ouders in mijn straat vragen ernaar. Wat kunnen wij zeggen?"),
        step("propose_point", MARIEKE, 3, 11, title="De les op school", aim="inform", minutes=15),
        step("propose_point", "robin", 3, 19, title="Een avond voor ouders", aim="decide", minutes=25, explanation="Kan de bibliotheek open blijven tot tien uur?"),
        step("propose_point", HANNA, 2, 9, title="Wat er van de vorige keer kwam", aim="inform", minutes=20),
        step("put_point_first", HANNA, 2, 9, 5, title="Wat er van de vorige keer kwam"),
    )),
    Told("thank-you evening", steps=(
        step("ask_for_dates", MARIEKE, 14, 10, days=(48, 52, 55), last=7, people=INVITED, title="Samen eten, om te bedanken", kind="thanks",
             place="Buurthuis De Sluis", chair=HANNA),
        *_dates(12, noor=("yes", "no", "yes"), robin=("if_needed", "no", "yes"), mila=("no", "no", "yes")),
        *_dates(11, **{HANNA: ("no", "yes", "yes"), "sam": ("yes", "yes", "if_needed")}),
        step("choose_date", MARIEKE, 5, 14, number=2, place="Buurthuis De Sluis"),
    )),
    Told("date for the autumn", steps=(
        step("ask_for_dates", MARIEKE, 3, 10, days=(60, 62, 65), last=8, people=INVITED, title="Netwerkbijeenkomst: een jaar vooruit", kind="network",
             place="Bibliotheek Midden", chair=HANNA),
        *_dates(2, noor=("yes", "if_needed", "no"), sam=("no", "yes", "no"), elena=("yes", "yes", "no"), **{HANNA: ("no", "yes", "no")}),
    )),
)  # fmt: skip
