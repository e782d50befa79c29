"""What the public page adds to the start page of who holds it: security.txt runs out."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from approach.models.page import PublicPage
from approach.presentation.page import security_warning
from approach.support_desk import ComingUp
from terms.presentation import Line, Ring


def runs_out(member: Membership, *, today: date) -> list[ComingUp]:
    """One statement, and none for who does not hold the page."""
    if not member.may("approach.manage"):
        return []
    page = PublicPage.objects.of(member.municipality)
    title = security_warning(page, today=today)
    if not title or page.security_until is None:
        return []
    is_over = page.security_until < today
    line = Line(ring=Ring(state="late" if is_over else "later"), what="", due=_("Public page"), tone="late" if is_over else "")
    return [ComingUp(title=title, line=line, link=_("Choose a new day"), url=f"{reverse('approach:page_settings')}#security")]
