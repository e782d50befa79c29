"""What both municipalities decided about their networks before the first key figure came. Settings have no action: an administrator fills them in."""

from decimal import Decimal

from accounts.models import Municipality
from demo.people import OEVERLAND, WATERVEEN
from demo.story.network.profiles import AREAS, OWN_ROLE
from keyfigures.models.allowance import AllowanceMaximum
from keyfigures.models.settings import Area, NetworkRole, NetworkSettings

KNOWN_MAXIMA = {2025: "Belastingdienst, vrijwilligersvergoeding 2025 (21 jaar en ouder)"}
NOT_CHECKED = "Invoer van de beheerder, zelfde bedragen als 2025: kijk na op belastingdienst.nl"
JOIN_TEXT = (
    "In Waterveen werken wij met een klein netwerk van mensen die hun buurt, school of club goed kennen. "
    "Wij bellen u ook als er niets aan de hand is. Koffie op het gemeentehuis mag ook."
)


def decide(municipalities: dict[str, Municipality], *, years: range) -> None:
    """Waterveen opened its page and pays an allowance; Oeverland just began."""
    waterveen, oeverland = municipalities[WATERVEEN], municipalities[OEVERLAND]
    NetworkSettings.objects.create(
        municipality=waterveen, join_page_is_open=True, join_text=JOIN_TEXT, pays_allowance=True,
        legal_basis="Taak van algemeen belang: openbare orde en sociale samenhang (Gemeentewet art. 108 en 172). Vastgesteld door het college.",
        complaint_name="Mevrouw C. Verbeek, ombudsvrouw van Waterveen", complaint_phone="0123 45 67 00", complaint_email="ombuds@waterveen.example",
    )
    Area.objects.bulk_create(Area(municipality=waterveen, name=name) for name in AREAS)
    Area.objects.create(municipality=oeverland, name="Dorp")
    code, name = OWN_ROLE
    NetworkRole.objects.create(municipality=waterveen, code=code, name=name)
    for year in years:
        AllowanceMaximum.objects.get_or_create(year=year, defaults=_maxima(year))


def _maxima(year: int) -> dict[str, Decimal | str]:
    """Those of 2025; no source gave others yet."""
    amounts = {"per_hour": Decimal("5.60"), "per_month": Decimal(210), "per_year": Decimal(2100)}
    return {**amounts, "source": KNOWN_MAXIMA.get(year, NOT_CHECKED)}
