"""What the council of Waterveen was told: a report of the year before, issued by a second person, and a draft that a colleague commented on."""

from demo.story.approach.support import MARIEKE, THIJS
from demo.story.script import Told, step

ASKS = "Stel het geld voor volgend jaar op tijd vast. En praat met ons over hoe wij meer jonge mensen vinden."

ISSUED = Told("report of the year before", steps=(
    step("make_report", THIJS, 62, 10, quarters=4),
    step("ask_of_council", THIJS, 61, 11, title="Wij leren het netwerk kennen. Nog niet alles is geregeld.", asks=ASKS),
    step("comment_on_report", MARIEKE, 60, 9, section="meetings", text="Zeg erbij dat een voorzitter van buiten nog gezocht werd."),
    step("tick_comments", THIJS, 60, 13),
    step("offer_report", THIJS, 59, 10, reader=MARIEKE),
    step("issue_report", MARIEKE, 57, 14),
))

DRAFT = Told("report of this year", steps=(
    step("make_report", MARIEKE, 4, 10, quarters=4),
    step("comment_on_report", THIJS, 2, 15, section="learned", text="Noem ook wat wij met de vorige vragenlijst hebben gedaan."),
))

REPORTS = (ISSUED, DRAFT)
