"""Waterveen adopted its vision eight months ago; Oeverland wrote two steps of one."""

from demo.people import OEVERLAND
from demo.story.script import Told, step

THIJS, KARIN = "thijs.vanleeuwen", "karin.boersma"
PROBLEM = (
    "In Noord en Zuid vertrouwen bewoners de gemeente weinig. Ruzies over het asielzoekerscentrum en over Gaza liepen op, online en op het schoolplein. "
    "Professionals hoorden dat laat, en vaak van één kant. Bewoners zeiden zelf: jullie komen pas als er iets is.\n\n"
    "Het gaat om meer dan één vorm van extremisme: rechts-extremisme, jihadisme en anti-overheidsextremisme komen hier alle drie voor."
)
GOAL = (
    "Over drie jaar weten mensen uit alle delen van Waterveen bij wie van de gemeente zij terechtkunnen, ook met een zorg. "
    "Wie iets vertelt, hoort wat ermee gebeurt. Ideen uit de buurt krijgen ruimte voordat wij er zelf een bedenken."
).replace("Ideen", "Ideeën")
WAY = (
    "Wij spreken sleutelfiguren ook als er niets aan de hand is. Wij beloven alleen wat wij op een dag kunnen nakomen. "
    "Wij helpen bij vragen uit het netwerk en geven trainingen. Een onafhankelijke voorzitter leidt de bijeenkomsten."
)
BECAUSE = (
    "Mensen in Waterveen hebben iets aan elkaar: zij kennen elk een andere kant van dezelfde wijk. Losse gesprekken houden wij daarnaast. "
    "Een netwerk voor alleen de spanning van nu zou na een half jaar weer weg zijn."
)
WHO = (
    "Verbinders, vertegenwoordigers, doeners en kritische denkers, uit alle wijken, van jong tot oud, met en zonder functie. "
    "De helft kent de gemeente nog niet. Wij werven op wat iemand kan en wie zij bereikt."
)
ORGANISATIONS = "Het jongerenwerk en de scholen kennen mensen die wij niet kennen. De woningcorporatie ziet spanning in de straat. De politie sluit alleen aan als het netwerk dat wil."
FUNCTIONS = (
    "Meedenken: twee tot vier avonden per jaar. Bemiddelen: alleen wie dat wil, met steun van een ambtenaar. Activiteiten: wij helpen met een zaal, geld en tijd. "
    "Een zorg delen is een keuze, nooit een plicht."
)
LIMITS = (
    "Wij vragen nooit om iemand te volgen of uit te horen.\nWij vragen nooit om lijsten van leden of bezoekers.\n"
    "Wij vragen nooit wat iemand gelooft of stemt.\nWij vragen nooit om namens een hele groep te spreken.\nNee zeggen kost nooit iets."
)
LINKS = "Integraal veiligheidsplan, Jeugdnota en de lokale aanpak van discriminatie."
ABOUT = (
    "Waterveen werkt met een netwerk van inwoners die veel mensen kennen en die vertrouwd worden. Zij denken mee, helpen praten als er spanning is en "
    "beginnen dingen die mensen bij elkaar brengen.\n\nWij bellen hen ook als er niets aan de hand is. Wie ons iets vraagt, krijgt antwoord op een dag die wij beloven."
)
GAPS = "De grafieken in het jaarbeeld zijn met een voorleesprogramma alleen als tabel te volgen. Over een half jaar is dat opgelost."
GOALS = (
    ("Wij spreken elke sleutelfiguur minstens één keer in acht weken.", "keyfigures.contact", 80, "", 480),
    ("In het netwerk zitten alle vier de profielen.", "keyfigures.profile_types", 4, "", 240),
    ("Wie een zorg deelt, hoort op tijd van ons.", "signals.kept", 95, "", 240),
    ("De helft van de initiatieven begint in de gemeenschap.", "initiatives.community", 50, "", 480),
    ("Bewoners in Noord en Zuid kennen één naam bij de gemeente.", "", None, "Wij vragen het elk jaar aan twintig bewoners op de markt.", 480),
)

VISIONS = (
    Told("vision", steps=(
        step("begin_vision", THIJS, 205, 10),
        step("write_vision", THIJS, 205, 10, 30, number=1, values={"problem": PROBLEM}),
        step("write_vision", THIJS, 204, 10, number=2, values={"goal": GOAL, "way": WAY}),
        step("write_vision", THIJS, 203, 10, number=3, values={"form": "structural", "form_because": BECAUSE}),
        step("write_vision", "marieke.dewit", 202, 10, number=4, values={
            "who": WHO, "organisations": ["education", "housing", "police", "youth"], "organisations_do": ORGANISATIONS,
        }),
        step("write_vision", "marieke.dewit", 201, 10, number=5, values={
            "roles": ["think_along", "mediate", "prevent", "share_concerns"], "functions": FUNCTIONS,
        }),
        step("add_goals", THIJS, 198, 14, goals=GOALS),
        step("write_vision", THIJS, 197, 10, number=7, values={"limits": LIMITS, "links": LINKS}),
        step("adopt_vision", THIJS, 173, 16, body="council", document_number="RB-0412"),
    )),
    Told("public page", steps=(step("open_public_page", THIJS, 160, 11, about=ABOUT, gaps=GAPS, tested=20, until=200),)),
    Told("vision of the small town", place=OEVERLAND, steps=(
        step("begin_vision", KARIN, 20, 10),
        step("write_vision", KARIN, 20, 10, 30, number=1, values={"problem": "In ons dorp wordt online hard geschreeuwd over de opvang. Op straat groet men elkaar nog."}),
        step("write_vision", KARIN, 18, 10, number=2, values={"goal": "Mensen praten met elkaar voordat zij over elkaar schrijven."}),
    )),
)
