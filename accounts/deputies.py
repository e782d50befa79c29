"""Who stands in for somebody who is away. Days come in; nothing here reads the clock."""

from datetime import date

from django.db.models import Q

from accounts.models import Absence, Membership, Municipality

LONGEST_CHAIN = 3


def stand_in(member: Membership, *, on: date) -> Membership:
    """The member herself or, when she is away on this Dutch day, who takes her place.

    Away is: an absence covers the day, or her membership is over. The deputy may be away too; then hers is asked,
    at most three times and never in a circle. When nobody is there it stays with the member, and the
    ladder of the promise asks the team lead.
    """
    current, asked = member, {member.pk}
    for _step in range(LONGEST_CHAIN):
        absence = _absence(current, on)
        if absence is None and current.is_active_on(on):
            return current
        deputy = _chosen_deputy(current, absence, on)
        if deputy is None or deputy.pk in asked:
            return member
        current = deputy
        asked.add(deputy.pk)
    return member if _is_away(current, on) else current


def stands_in_for(member: Membership, *, on: date) -> list[int]:
    """The rows of those whose work is hers on this day: who is away and chose her, and who left with her as standing deputy. One statement."""
    here = Membership.objects.of_municipality(member.municipality)
    away = Absence.objects.covering(on).filter(deputy=member).values("member")
    left = Q(deputy=member, end_date__lte=on)
    return list(here.filter(Q(pk__in=away) | left).values_list("pk", flat=True))


def candidates(member: Membership, *, on: date) -> list[Membership]:
    """Colleagues who can stand in for her: they work here on that day and may do all that she may."""
    active = Membership.objects.of_municipality(member.municipality).active_on(on).exclude(pk=member.pk)
    others = active.select_related("user", "municipality").order_by("user__name", "pk")
    return [other for other in others if member.permissions <= other.permissions]


def deputy_of(member: Membership, *, on: date) -> Membership | None:
    """Who is asked beside her: the deputy of that day, else a colleague who may do all that she may, who is there first."""
    chosen = _chosen_deputy(member, _absence(member, on), on)
    if chosen is not None:
        return chosen
    colleagues = candidates(member, on=on)
    absent = set(Membership.objects.absent_on(on).filter(pk__in=[other.pk for other in colleagues]).values_list("pk", flat=True))
    return min(colleagues, key=lambda other: other.pk in absent, default=None)


def team_lead_of(municipality: Municipality, *, on: date) -> Membership | None:
    """Who is asked when a promise stays late: the first team lead who is there, or who stands in for her."""
    members = Membership.objects.of_municipality(municipality).active_on(on).with_permission("signals.escalated")
    leads = list(members.select_related("user", "municipality").order_by("pk"))
    present = next((lead for lead in leads if not _is_away(lead, on)), None)
    return present or (stand_in(leads[0], on=on) if leads else None)


def _absence(member: Membership, on: date) -> Absence | None:
    absences = Absence.objects.covering(on).filter(member=member)
    return absences.select_related("deputy__user", "deputy__municipality").order_by("pk").first()


def _is_away(member: Membership, on: date) -> bool:
    return not member.is_active_on(on) or _absence(member, on) is not None


def _chosen_deputy(member: Membership, absence: Absence | None, on: date) -> Membership | None:
    """Whom she chose for this absence, else her standing deputy; None when neither works here on that day."""
    candidates = (absence.deputy if absence else None, member.deputy)
    return next((deputy for deputy in candidates if deputy is not None and deputy.is_active_on(on)), None)
