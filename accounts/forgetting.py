"""Erasing what is not needed any more. Small batches, found again by the next run, so it may stop anywhere."""

from datetime import datetime, timedelta

import pgtrigger
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from accounts.models import Membership, User

HISTORY = ("MembershipEvent", "MunicipalityEvent", "UserRightsEvent")  # made by pghistory beside the models they follow

KEEP_PEOPLE = timedelta(days=365)
KEEP_HISTORY = timedelta(days=3 * 365)
BATCH = 200


def forget_people_who_left(*, at: datetime) -> int:
    """A year after her last membership ended nobody can see any more who she was; the row stays for what points at it."""
    day = timezone.localdate(at - KEEP_PEOPLE)
    here = Membership.objects.filter(user=OuterRef("pk")).filter(Q(end_date=None) | Q(end_date__gt=day))
    left = User.objects.filter(~Exists(here), Exists(Membership.objects.filter(user=OuterRef("pk"))), is_superuser=False)
    people = list(left.exclude(email__endswith="@forgotten.invalid").order_by("pk")[:BATCH])
    for person in people:
        _forget(person)
    return len(people)


@transaction.atomic
def _forget(person: User) -> None:
    for model in (EmailAddress, Authenticator, SocialAccount, UserSession):
        model.objects.filter(user=person).delete()
    Membership.objects.filter(user=person).update(phone="")
    person.email, person.name = f"{person.pk}@forgotten.invalid", ""
    person.is_active = person.is_staff = False
    person.set_unusable_password()
    person.save()


@transaction.atomic
def forget_old_history(*, at: datetime) -> int:
    """Who had which rights is kept three years; the only place that may pass the triggers of the history."""
    deleted = 0
    for name in HISTORY:
        old = apps.get_model("accounts", name).objects.filter(pgh_created_at__lt=at - KEEP_HISTORY)
        with pgtrigger.ignore(f"accounts.{name}:append_only"):
            rows, _per_model = old.delete()
        deleted += rows
    return deleted


def forget_old_sessions(*, at: datetime) -> int:
    """Sessions that are over, and the addresses and browsers they came from."""
    deleted, _per_model = Session.objects.filter(expire_date__lt=at).delete()
    alive = Session.objects.filter(session_key=OuterRef("session_key"))
    UserSession.objects.filter(~Exists(alive)).delete()
    return deleted
