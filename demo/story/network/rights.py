"""What protects a key figure: a tie that was said, a reconsideration heard, a complaint answered, her own data, questions without a name."""

from demo.story.network.coming import MARIEKE, PIM
from demo.story.network.giving import ANNE_MARIE
from demo.story.script import Told, step

PETER = "peter.schouten"

TIE = Told("tie", who="ruud", steps=(step("declare_tie", PIM, 205, 11),))

GOES_ON = Told("reconsidered", who="tim", steps=(  # half a year ago: go on
    step("raise_question", PIM, 138, 10, fact="Tim kwam twee keer niet op een afspraak, op de jongerenavond en bij het overleg in Zuid. Er was geen bericht."),
    step("write_reading", "tim", 136, 20, text="Mijn rooster op het werk veranderde in die weken. Ik dacht dat de afspraak niet doorging. Ik wil graag verder."),
    step("record_talk", PIM, 133, 16),
    step("propose_outcome", ANNE_MARIE, 128, 10, outcome="go_on",
         reason="Wij gaan samen verder. Tim deed veel en wil blijven. Pim stuurt voortaan een dag eerder een berichtje."),
    step("agree", MARIEKE, 126, 11),
))  # fmt: skip

COMPLAINT = Told("complaint", who="kim", steps=(
    step("complain", "kim", 165, 11, text="Ik kreeg drie keer een andere datum voor het overleg. Niemand zei sorry. Dat vond ik niet prettig."),
    step("answer_complaint", ANNE_MARIE, 152, 10, finding="founded",
         text="U heeft gelijk, het spijt ons. Voortaan staat een datum pas vast als u hem op papier heeft. Daar ziet Marieke op toe."),
))  # fmt: skip

OWN_DATA = (
    Told("corrected", who="noor", steps=(
        step("ask_about_data", "noor", 90, 10, right="correct", text="In mijn gegevens staat nog mijn oude telefoonnummer."),
        step("answer_about_data", PETER, 84, 14, text="Uw nieuwe nummer staat erin. Het oude is weg."),
    )),
    Told("objects", who="elena", steps=(step("ask_about_data", "elena", 6, 10, right="object", text="Ik wil niet dat mijn leeftijd meetelt in de cijfers."),)),
)

# So often that each quarter of the last half year has answers.
WITHOUT_NAME = Told("without a name", steps=tuple(step("answer_without_name", MARIEKE, day, 12, people=7) for day in (125, 96, 66, 36, 7)))

RIGHTS = (TIE, GOES_ON, COMPLAINT, *OWN_DATA, WITHOUT_NAME)
