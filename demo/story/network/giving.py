"""What the municipality asked, and what key figures got back: thanks, recognition, an allowance."""

from demo.story.network.coming import CAME, MARIEKE, PIM
from demo.story.script import HER_COORDINATOR, Told, step

ANNE_MARIE = "annemarie.dijkstra"

WORDS = (
    "Dank u wel voor uw hulp in de buurt. Veel mensen noemden u.",
    "Dank u wel dat u er altijd even bij komt zitten. Dat maakt het gesprek makkelijker.",
    "Dank u wel voor uw eerlijke kritiek op ons plan. Het werd er beter van.",
    "Dank u wel voor de middag op school. De leerlingen praatten er nog weken over.",
    "Dank u wel voor het meedenken. Wij gebruiken uw voorbeelden.",
)

# In working days ago: at least once in half a year. Half a year is over today for Ruud.
THANKED = {
    "noor": (180, 70), "sam": (175, 66), "kim": (168, 58), "robin": (170, 62), "alex": (164, 55), "mila": (160, 48), "ruud": (125,), "carla": (150, 55),
    "henk": (140,), "fleur": (80,), "omar": (77,), "gerda": (74,), "tim": (83,), "shanti": (86,), "daan": (79,), "jurre": (28,), "aisha": (25,), "peet": (33,),
    "elena": (36,), "joyce": (22,),
}  # fmt: skip

THANKS = tuple(
    Told(
        f"thanks for {who}",
        tuple(step("thank", HER_COORDINATOR, day, 14, number % 60, text=WORDS[(number + index) % len(WORDS)]) for index, day in enumerate(days)),
        who=who,
    )
    for number, (who, days) in enumerate(THANKED.items())
    if who in CAME
)

ASKED = (
    Told("two streets", who="noor", steps=(
        step("ask", MARIEKE, 190, 10, kind="mediate", theme="neighbourhood", text="Wilt u erbij zijn als twee straten praten over het speelveld?"),
        step("accept_ask", "noor", 189, 19),
        step("report_done", "noor", 180, 20, hours="3"),
        step("tell_result", MARIEKE, 172, 11, thanks="Dank u wel. Door u bleef het gesprek vriendelijk.",
             result="De straten spraken speeltijden af. De borden hangen er nu."),
    )),
    Told("school visit", who="robin", steps=(
        step("ask", MARIEKE, 150, 10, kind="explain", theme="online", text="Wilt u op het Waterlandcollege vertellen over groepsdruk op internet?"),
        step("accept_ask", "robin", 149, 19),
        step("report_done", "robin", 140, 20, hours="2.5"),
        step("tell_result", MARIEKE, 128, 11, thanks="Dank u wel voor uw open verhaal in de klas.",
             result="De school zet de les nu elk jaar op het rooster."),
    )),
    Told("plan for the square", who="ruud", steps=(
        step("ask", MARIEKE, 100, 10, kind="think_along", text="Wilt u meelezen met het plan voor het plein?"),
        step("decline_ask", "ruud", 98, 14),
    )),
    Told("evening after leaflets", who="omar", steps=(
        step("ask", HER_COORDINATOR, 76, 10, kind="mediate", theme="anti_government", text="Wilt u een avond openen voor bewoners die boos zijn op de gemeente?"),
        step("accept_ask", "omar", 75, 19),
        step("report_done", "omar", 70, 20, hours="2"),
        step("tell_result", HER_COORDINATOR, 60, 11, thanks="Dank u wel. U gaf iedereen het woord.",
             result="De wethouder antwoordt op alle vragen. Dat staat in de wijkkrant."),
    )),
    Told("new letter", who="shanti", steps=(
        step("ask", HER_COORDINATOR, 64, 10, kind="think_along", theme="discrimination", text="Is onze brief over gelijke behandeling duidelijk genoeg?"),
        step("accept_ask", "shanti", 63, 19),
        step("report_done", "shanti", 55, 20, hours="1.5"),
        step("tell_result", HER_COORDINATOR, 44, 11, thanks="Dank u wel voor uw scherpe opmerkingen.", result="De brief is de helft korter en heeft geen moeilijke woorden meer."),
    )),
    Told("street market", who="elena", steps=(
        step("ask", HER_COORDINATOR, 45, 10, kind="organise", theme="neighbourhood", text="Wilt u helpen met een kraam op de braderie?"),
        step("accept_ask", "elena", 44, 19),
        step("report_done", "elena", 30, 20, hours="5"),
        step("tell_result", HER_COORDINATOR, 21, 11, thanks="Dank u wel voor een hele zaterdag in de kraam.", result="Twaalf mensen lieten een idee achter. Drie daarvan doen wij dit jaar."),
    )),
    Told("no time", who="tim", steps=(
        step("ask", HER_COORDINATOR, 40, 10, kind="organise", text="Wilt u een avond in het jongerencentrum helpen organiseren?"),
        step("decline_ask", "tim", 38, 19),
    )),
    Told("lesson at the club", who="mila", steps=(  # what was done with it is told next week
        step("ask", MARIEKE, 30, 10, kind="explain", theme="right", text="Wilt u op de club vertellen hoe trainers op harde woorden kunnen reageren?"),
        step("accept_ask", "mila", 29, 12),
        step("report_done", "mila", 16, 12, hours="2"),
    )),
    Told("panel", who="hugo", steps=(
        step("ask", HER_COORDINATOR, 8, 10, kind="think_along", theme="left", wanted_in=18, text="Wilt u meedenken over de avond over demonstreren?"),
        step("accept_ask", "hugo", 6, 19),
    )),
    Told("youth panel", who="kim", steps=(
        step("ask", MARIEKE, 2, 10, kind="think_along", theme="online", wanted_in=14, text="Wilt u een uur meedenken over onze pagina voor jongeren?"),
    )),
)  # fmt: skip

RECOGNISED = (
    Told("youth centre", who="robin", steps=(
        step("recognise", MARIEKE, 104, 14, wanted="public", text="Robin bracht jongeren en school bij elkaar. Er is nu elke week een open avond in De Haven."),
        step("choose_visibility", "robin", 103, 19, chosen="public", public_name="Robin, De Haven"),
    )),
    Told("table", who="noor", steps=(
        step("recognise", MARIEKE, 92, 14, wanted="internal", text="De buurttafel van Noor bestaat een jaar. Daar vond al menig gesprek plaats."),
        step("choose_visibility", "noor", 91, 19, chosen="internal"),
    )),
    Told("not shown", who="ruud", steps=(
        step("recognise", MARIEKE, 86, 14, wanted="public", text="Ruud wees drie keer op tijd de weg naar het wijkteam."),
        step("choose_visibility", "ruud", 85, 14, chosen="none"),
    )),
    Told("stall", who="elena", steps=(
        step("recognise", HER_COORDINATOR, 20, 14, wanted="public", text="Elena maakte van een kraam een plek om te praten."),
        step("choose_visibility", "elena", 18, 19, chosen="internal"),
    )),
    Told("gym lesson", who="mila", steps=(step("recognise", MARIEKE, 5, 14, wanted="public", text="Mila leerde vijf trainers hoe je een hard woord opvangt."),)),
)  # fmt: skip

ALLOWANCES = (
    Told("allowance of ruud", who="ruud", steps=(
        step("propose_allowance", MARIEKE, 90, 11, hours="6", amount="33.60"), step("approve_allowance", ANNE_MARIE, 88, 10),
    )),
    Told("allowance of robin", who="robin", steps=(
        step("propose_allowance", MARIEKE, 62, 11, hours="10", amount="56.00"), step("approve_allowance", PIM, 59, 10),
    )),
    Told("to finance", steps=(step("hand_to_finance", ANNE_MARIE, 50, 10),)),
    Told("allowance of mila", who="mila", steps=(step("propose_allowance", MARIEKE, 4, 11, hours="4", amount="22.40"),)),
)  # fmt: skip

GIVING = (*THANKS, *ASKED, *RECOGNISED, *ALLOWANCES)
