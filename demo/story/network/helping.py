"""What key figures asked for, and what they learned."""

from demo.story.network.coming import MARIEKE, PIM
from demo.story.script import HER_COORDINATOR, Step, Told, step

HELP = (
    Told("room for homework", who="noor", steps=(
        step("ask_help", "noor", 150, 14, category="place", text="De huiswerkklas groeit. Is er een lokaal vrij op dinsdag na school?"),
        step("say", HER_COORDINATOR, 148, 10, text="Goede vraag. Ik vraag het bij de beheerder van De Sluis en bel u vrijdag."),
        step("say", "noor", 148, 20, text="Fijn. Vrijdag kan niet, donderdag wel."),
        step("finish_help", HER_COORDINATOR, 140, 11, outcome="helped", text="Zaal 2 van De Sluis is elke dinsdag van 15.30 tot 17.30 uur voor de klas."),
        step("rate_help", "noor", 139, 19, did_help=True),
    )),
    Told("sports grant", who="mila", steps=(
        step("ask_help", "mila", 110, 13, category="money", text="Kan een gezin dat weinig geld heeft hulp krijgen bij de contributie?"),
        step("say", HER_COORDINATOR, 107, 9, 30, text="Ja, daar is een fonds voor. Ik zoek uit wie dat voor u kan doen."),
        step("finish_help", HER_COORDINATOR, 99, 15, outcome="referred", text="Het wijkteam vraagt het fonds aan. U kunt mensen daar elke ochtend naartoe sturen."),
        step("rate_help", "mila", 97, 12, did_help=True),
    )),
    Told("light in the park", who="jurre", steps=(
        step("ask_help", "jurre", 80, 16, category="permit", text="Mogen wij zelf lampen ophangen bij de skatebaan?"),
        step("say", HER_COORDINATOR, 77, 10, text="Ik vraag het bij het team dat over het park gaat."),
        step("finish_help", HER_COORDINATOR, 66, 14, outcome="not_possible", text="Zelf ophangen mag niet, door de kabels in de grond. In het voorjaar komen er nieuwe lampen."),
        step("rate_help", "jurre", 64, 21, did_help=False),
    )),
    Told("who is the planner", who="shanti", steps=(
        step("ask_help", "shanti", 47, 11, category="contact", text="Wie bij de gemeente gaat over het nieuwe plein?"),
        step("finish_help", HER_COORDINATOR, 45, 9, outcome="helped", text="Dat is het team Ruimte. Zij bellen u deze week."),
    )),
    Told("advice before an evening", who="aisha", steps=(
        step("ask_help", "aisha", 9, 10, category="knowledge", text="Ik leid een avond over nepnieuws. Heeft u een goede oefening?"),
        step("say", HER_COORDINATOR, 6, 9, text="Ja. Ik stuur u er een die op scholen goed werkt."),
    )),
    Told("party", who="sam", steps=(  # two working days too late
        step("ask_help", "sam", 7, 10, 30, category="money", text="Is er subsidie voor ons buurtfeest? Er komen ongeveer honderd mensen."),
    )),
    Told("key of the hall", who="alex", steps=(
        step("ask_help", "alex", 2, 11, category="place", text="Wie heeft de sleutel van de sporthal op zaterdag? De deur was dicht."),
    )),
    Told("taken back", who="kim", steps=(
        step("ask_help", "kim", 35, 14, category="other", text="Mag ik een keer meekijken bij een raadsvergadering?"),
        step("withdraw_help", "kim", 34, 9),
    )),
)  # fmt: skip


def _signs_up(day: int, *people: str) -> list[Step]:
    return [step("sign_up", who, day, 9 + number, 20) for number, who in enumerate(people)]


HARD_TALK, ONLINE = ("noor", "robin", "mila", "sam", "kim", "ruud"), ("aisha", "elena", "robin", "tim")
COURSES = (
    Told("hard talk", steps=(
        step("offer_course", MARIEKE, 120, 10, days=35, starts=19, places=8, title="Een lastig gesprek voeren", place="Buurthuis De Sluis, zaal 2",
             about="U oefent met een acteur: rustig blijven, doorvragen en een grens aangeven. Na afloop krijgt u een bewijs."),
        *_signs_up(110, *HARD_TALK),
        step("record_attendance", MARIEKE, 84, 9, present=("noor", "robin", "mila", "sam", "ruud")),
    )),
    Told("online hate", steps=(
        step("offer_course", PIM, 70, 10, days=36, starts=19, places=6, title="Haat op internet herkennen", place="Bibliotheek Midden",
             about="Wat zien jongeren op hun telefoon, en hoe begint u erover? Met voorbeelden van alle kanten."),
        *_signs_up(60, *ONLINE),
        step("record_attendance", PIM, 33, 9, present=ONLINE),
    )),
    Told("stay calm", steps=(
        step("offer_course", MARIEKE, 14, 10, days=23, starts=19, places=4, title="Rustig blijven als het spannend wordt", place="Gemeentehuis, kamer 1.04",
             about="Hoe haalt u de druk van een gesprek af, en wanneer stapt u weg? Een avond met veel oefenen."),
        *_signs_up(12, "noor", "robin", "gerda", "hugo", "mila", "wen"),
        step("leave_course", "gerda", 4, 10),  # Mila gets her place; Wen waits
    )),
)  # fmt: skip

HELPING = (*HELP, *COURSES)
