"""The public page of a municipality leads to its initiatives, and they lead back. Neither app knows the other: here they meet."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import Municipality
from approach import outside
from approach.models.page import PublicPage
from approach.outside import Door
from initiatives import public
from initiatives.models.initiative import Initiative
from initiatives.public import OpenPage


def register() -> None:
    title, text = _("Initiatives"), _("What people in the municipality do themselves, and what we do in it.")
    outside.register(Door(name="initiatives", title=title, text=text, url=_url))
    public.register(_opened)


def _url(municipality: Municipality) -> str:
    """Empty while there is nothing to read."""
    some = Initiative.objects.public_at(municipality).exists()
    return reverse("initiatives:public_initiatives", args=[municipality.slug]) if some else ""


def _opened(slug: str) -> OpenPage | None:
    page = PublicPage.objects.open_at(slug)
    if page is None or not page.shows_initiatives:
        return None
    return OpenPage(municipality=page.municipality, url=reverse("approach:public_page", args=[slug]))
