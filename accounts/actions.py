"""Everything that gives somebody a right, or takes it away. Each leaves a trace in the history of the member."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts import deputies, history, joining, leaving, outbound
from accounts.models import Absence, Invitation, Membership, Municipality, User
from accounts.roles import BY_CONFIRMATION, Role, excluded_pair

INVITATION_DAYS = 30  # calendar days; then the row is deleted


class NotPossible(Exception):
    """Why it cannot be done, in a sentence for a person."""

    sentence = _("This is not possible now.")

    def __str__(self) -> str:
        return str(self.sentence)


class ReasonNeeded(NotPossible):
    sentence = _("These roles exclude each other. Write down why this person has both.")


class AlreadyMember(NotPossible):
    sentence = _("This person works in this municipality already.")


class AlreadyInvited(NotPossible):
    sentence = _("Somebody invited this person a moment ago.")


class ByInvitationOnly(NotPossible):
    sentence = _("Nobody becomes a key figure without saying yes herself. Invite this person.")


class OwnRights(NotPossible):
    sentence = _("You cannot change your own roles. Ask another administrator.")


class InvitationOver(NotPossible):
    sentence = _("This invitation cannot be used any more. Ask for a new one.")


class UnfitDeputy(NotPossible):
    sentence = _("This colleague cannot stand in for you: she may do less than you, or does not work here then.")


class StillOwes(NotPossible):
    sentence = _("Somebody still waits for this person, and no colleague may take that over. Hand over the work first.")


class AbsentAlready(NotPossible):
    sentence = _("You wrote down before that you are away on one of these days.")


class LogInFirst(NotPossible):
    sentence = _("You have an account already. Log in first.")


class AnotherPerson(NotPossible):
    sentence = _("This invitation is for another mail address than the one you logged in with.")


@dataclass(frozen=True, kw_only=True)
class Authority:
    """Who changes rights: an administrator of the municipality, or the technical administrator, who may be no member."""

    member: Membership | None
    person: User

    @property
    def is_technical(self) -> bool:
        return self.person.is_superuser

    def check(self, changed: Membership) -> None:
        """Only in her own municipality, and never her own rights."""
        if self.person.pk == changed.user_id and not self.is_technical:
            raise OwnRights
        here = self.member is not None and self.member.municipality_id == changed.municipality_id
        if not self.is_technical and not (here and self.member is not None and self.member.may("accounts.administer")):
            raise PermissionDenied

    def history(self, *, verb: str) -> AbstractContextManager[object]:
        return history.by(self.member, person=self.person, verb=verb)


def may_give(actor: Membership, roles: Iterable[str]) -> bool:
    """An administrator gives any role, a coordinator asks somebody to be a key figure: first as an interested person."""
    of_the_network = actor.may("accounts.invite_key_figure") and set(roles) in ({Role.CANDIDATE}, {Role.KEY_FIGURE})
    return actor.may("accounts.invite") or of_the_network


@transaction.atomic
def invite(
    *,
    actor: Membership,
    email: str,
    name: str,
    roles: list[str],
    exception_reason: str = "",
    at: datetime,
) -> Invitation:
    """Offer somebody a membership. An open invitation to the same address is replaced: its link stops working."""
    if not may_give(actor, roles):
        raise PermissionDenied
    _check_roles(roles, exception_reason)
    email = email.lower()
    here = Membership.objects.of_municipality(actor.municipality).active_on(timezone.localdate(at))
    if here.filter(user__email=email).exists():
        raise AlreadyMember
    Invitation.objects.of_municipality(actor.municipality).filter(email=email, accepted_at=None).delete()
    invitation = Invitation(
        municipality=actor.municipality,
        email=email,
        name=name,
        roles=roles,
        exception_reason=exception_reason,
        invited_by=actor,
        invited_at=at,
        expires_at=at + timedelta(days=INVITATION_DAYS),
    )
    _insert(invitation)
    outbound.send_invitation(invitation, at=at)
    return invitation


@transaction.atomic
def accept_invitation(
    invitation: Invitation,
    *,
    person: User | None,
    name: str = "",
    password: str | None = None,
    at: datetime,
) -> Membership:
    """The person's own confirmation. Without one there is no account.

    `person` is who is logged in; None makes a new account, which proves nothing but having read the mail.
    """
    invitation = Invitation.objects.select_for_update(of=("self",)).select_related("municipality").get(pk=invitation.pk)
    if not invitation.is_open_at(at):
        raise InvitationOver
    member = _confirmed(invitation, person=person, name=name, password=password, verb="accept_invitation", at=at)
    invitation.accepted_at = at
    invitation.save(update_fields=["accepted_at"])
    joining.tell(member, at=at)
    return member


@transaction.atomic
def join_by_own_wish(
    *, municipality: Municipality, email: str, name: str, language: str, person: User | None, at: datetime,
) -> Membership:
    """Nobody invited her: she asked herself, and proved by a mail that the address is hers. She becomes an interested person.

    The caller begins what comes of it, in the same transaction. Raises NotPossible.
    """
    own_wish = Invitation(municipality=municipality, email=email, roles=[Role.CANDIDATE])  # never saved
    return _confirmed(own_wish, person=person, name=name, language=language, verb="join_by_own_wish", at=at)


def withdraw_invitation(invitation: Invitation, *, actor: Membership) -> None:
    """The link stops working at once; the message that still waits is not sent, because nothing is there any more."""
    if actor.municipality_id != invitation.municipality_id or not may_give(actor, invitation.roles):
        raise PermissionDenied
    invitation.delete()


@transaction.atomic
def change_roles(member: Membership, *, by: Authority, roles: list[str], exception_reason: str = "", at: datetime) -> None:
    """Roles that exclude each other need a reason, which the privacy officer sees.

    Nobody is made a key figure this way: she confirms an invitation herself.
    """
    by.check(member)
    held = Membership.objects.values_list("roles", flat=True).get(pk=member.pk)  # a form of the administration has filled in `member` already
    if BY_CONFIRMATION.intersection(roles) - set(held):
        raise ByInvitationOnly
    _check_roles(roles, exception_reason)
    with by.history(verb="change_roles"):
        member.roles = roles
        member.exception_reason = exception_reason if excluded_pair(roles) else ""
        member.save(update_fields=["roles", "exception_reason"])
        leaving.tell(member, still=member.permissions, by=by.member, at=at)
        _open_administration(member.user, on=timezone.localdate(at))


@transaction.atomic
def end_membership(member: Membership, *, by: Authority, on: date | None, at: datetime) -> None:
    """`on` is the first day on which she may do nothing here any more; None takes back an end that lies ahead.

    What she owes goes to her deputy or to who else may do it, at once or on that day. Raises StillOwes when nobody may.
    """
    by.check(member)
    if on is not None and on <= timezone.localdate(at):
        leaving.tell(member, still=frozenset(), by=by.member, at=at)
    with by.history(verb="end_membership"):
        member.end_date = max(on, member.start_date) if on else None
        member.save(update_fields=["end_date"])
        _open_administration(member.user, on=on or member.start_date)


@transaction.atomic
def change_own_details(person: User, *, member: Membership | None, name: str, language: str, phone: str = "") -> None:
    """What somebody says about herself; the phone belongs to her work in one municipality."""
    person.name, person.language = name, language
    person.save(update_fields=["name", "language"])
    if member is not None:
        member.phone = phone
        member.save(update_fields=["phone"])


@transaction.atomic
def set_absence(member: Membership, *, first_date: date, last_date: date, deputy: Membership) -> Absence:
    """She herself says when she is away, both days included, and who gets her notices then."""
    if not member.may("accounts.absence"):
        raise PermissionDenied
    if deputy not in deputies.candidates(member, on=first_date):
        raise UnfitDeputy
    # The row is locked, so that two tabs cannot both find the days free; Postgres would refuse the second anyway.
    Membership.objects.select_for_update(of=("self",)).get(pk=member.pk)
    if member.absences.filter(first_date__lte=last_date, last_date__gte=first_date).exists():
        raise AbsentAlready
    return Absence.objects.create(
        municipality_id=member.municipality_id,
        member=member,
        first_date=first_date,
        last_date=last_date,
        deputy=deputy,
    )


@transaction.atomic
def end_absence(absence: Absence, *, on: date) -> None:
    """She is back on this day: the absence ends the day before, or never was."""
    if on <= absence.first_date:
        absence.delete()
    elif on <= absence.last_date:
        absence.last_date = on - timedelta(days=1)
        absence.save(update_fields=["last_date"])


@transaction.atomic
def choose_deputy(member: Membership, *, deputy: Membership | None, on: date) -> None:
    """Her standing deputy: asked when a promise of hers is late, and while she is away without having said so."""
    if not member.may("accounts.absence"):
        raise PermissionDenied
    if deputy is not None and deputy not in deputies.candidates(member, on=on):
        raise UnfitDeputy
    with history.by(member, verb="choose_deputy"):
        member.deputy = deputy
        member.save(update_fields=["deputy"])


@transaction.atomic
def change_address(person: User, *, by: Authority, email: str) -> None:
    """Another mail address to log in with. Only for the technical administrator, who has checked who asks."""
    if not by.is_technical:
        raise PermissionDenied
    with by.history(verb="change_address"):
        person.email = email.lower()
        person.save(update_fields=["email"])
    EmailAddress.objects.filter(user=person).delete()
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)


@transaction.atomic
def forget_second_factors(person: User, *, by: Authority) -> None:
    """She lost her telephone: passkeys, app and codes stop working, and she sets up new ones at her next log-in."""
    if not by.is_technical:
        raise PermissionDenied
    Authenticator.objects.filter(user=person).delete()


def delete_expired_invitations(*, at: datetime) -> int:
    """Names and addresses of people who did not come, or came: 30 days after the invitation they are gone."""
    deleted, _per_model = Invitation.objects.expired_at(at).delete()
    return deleted


def _check_roles(roles: list[str], exception_reason: str) -> None:
    if excluded_pair(roles) and not exception_reason.strip():
        raise ReasonNeeded


def _insert(invitation: Invitation) -> None:
    """Postgres knows what two administrators do at the same moment; they cannot see each other."""
    try:
        with transaction.atomic():
            invitation.save()
    except IntegrityError as problem:
        raise AlreadyInvited from problem


def _confirmed(
    offer: Invitation, *, person: User | None, name: str, verb: str, at: datetime, password: str | None = None, language: str = "nl",
) -> Membership:
    if person is None:
        person = _new_person(offer, name=name, password=password, language=language)
    elif person.email.lower() != offer.email.lower():
        raise AnotherPerson
    with history.by(None, person=person, verb=verb):
        return _join(person, offer, on=timezone.localdate(at))


def _new_person(offer: Invitation, *, name: str, password: str | None, language: str) -> User:
    if User.objects.filter(email=offer.email.lower()).exists():
        raise LogInFirst
    person = User.objects.create_user(offer.email, password, name=name, language=language)
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    return person


def _join(person: User, invitation: Invitation, *, on: date) -> Membership:
    """A new membership, or the old one of somebody who comes back."""
    here = Membership.objects.of_municipality(invitation.municipality).filter(user=person)
    if any(member.is_active_on(on) for member in here.select_for_update(of=("self",))):
        raise AlreadyMember
    offered = {"roles": invitation.roles, "exception_reason": invitation.exception_reason}
    afresh = {**offered, "start_date": on, "end_date": None, "deputy": None}
    member, _created = Membership.objects.update_or_create(user=person, municipality=invitation.municipality, defaults=afresh)
    _open_administration(person, on=on)
    return member


def _open_administration(person: User, *, on: date) -> None:
    """`is_staff` opens the door of Django's administration; it follows from the roles and is nowhere set by hand."""
    memberships = Membership.objects.filter(user=person).active_on(on).with_permission("accounts.administer")
    person.is_staff = person.is_superuser or memberships.exists()
    person.save(update_fields=["is_staff"])
