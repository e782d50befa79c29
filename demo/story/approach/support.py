"""Who backs the approach of Waterveen. Oeverland wrote nothing down yet. The days of the elections are invented, as everything here."""

from demo.story.script import Told, step

MARIEKE, THIJS = "marieke.dewit", "thijs.vanleeuwen"

REGISTER = Told("register of support", steps=(
    step("write_down_decision", MARIEKE, 255, 10, title="De gemeente werkt anderhalf jaar samen met een netwerk van sleutelfiguren.", body="college",
         document_number="W-0417", days=345),
    step("write_down_office", MARIEKE, 255, 10, 15, office="burgemeester"),
    step("write_down_elections", MARIEKE, 254, 9, 30, days=600),
    step("fill_in_money", MARIEKE, 8, 11, amount=25_000, spent=14_500, note="Bijeenkomsten, trainingen, vergoedingen en een voorzitter van buiten."),
))

FIRST_HALF_YEAR = Told("college hears of the first half year", steps=(
    step("plan_moment", MARIEKE, 150, 9, body="college", title="Het eerste halfjaar van het netwerk", days=30),
    step("hold_moment", MARIEKE, 120, 15, asked="Doen er mensen uit alle wijken mee? En wat kost het per jaar?"),
    step("promise_to_council", MARIEKE, 120, 15, 10, what="Het college krijgt een overzicht van wat er per jaar wordt uitgegeven.", owner=THIJS, days=20),
    step("keep_council_promise", THIJS, 104, 14, outcome="Het overzicht is op tijd gestuurd, met de bedragen per onderdeel."),
))

COUNCIL = Told("council hears how it goes", steps=(
    step("plan_moment", MARIEKE, 70, 9, body="council", title="Wat het netwerk de wijken brengt", days=25),
    step("hold_moment", MARIEKE, 45, 21, asked="Wat leert de gemeente van de sleutelfiguren? En hoe weten zij wat er met hun punten gebeurt?"),
    step("promise_to_council", MARIEKE, 44, 9, what="De raad leest elk jaar wat er van de bijeenkomsten is geleerd.", owner=MARIEKE, days=58),
))

NEXT = Told("council decides anew", steps=(
    step("plan_moment", MARIEKE, 6, 10, body="council", title="Verder met het netwerk: het nieuwe besluit", days=35),
))

SUPPORT = (REGISTER, FIRST_HALF_YEAR, COUNCIL, NEXT)
