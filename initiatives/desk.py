"""What ideas add to the start page: a text about her idea that waits for her yes."""

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from initiatives.models.initiative import Initiative
from terms.tasks import Waiting


def asks_consent(member: Membership) -> list[Waiting]:
    """One statement."""
    if not member.may("initiatives.take_part"):
        return []
    asked = Initiative.objects.asks_consent_of(member).order_by("pk").values_list("uuid", flat=True)
    return [
        Waiting(
            title=_("May everybody read about your idea?"), text=_("The municipality wrote a text for its public page. Only you decide."),
            link=_("Read the text"), url=reverse("initiatives:initiative_detail", args=[uuid]),
        )
        for uuid in asked
    ]
