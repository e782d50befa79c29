"""What key figures add to the start pages: for who works with them, and for herself."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import CharField, F, Q, Value
from django.urls import reverse
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from keyfigures.models.agreement import Agreement
from keyfigures.models.asking import Ask, AskState
from keyfigures.models.figure import KeyFigure
from keyfigures.models.recognition import Recognition, Visibility
from keyfigures.presentation.contact import since_words
from terms.tasks import Waiting
from ui.names import called, rest_of


@dataclass(frozen=True, kw_only=True)
class NotSpoken:
    """Whom an official did not speak for the longest time, when nobody waits for her: a call without a reason.

    `called` and `rest`: her name on a button, and what is heard after it.
    """

    name: str
    called: str
    rest: str
    since: str
    url: str


def longest_not_spoken(member: Membership, *, today: date) -> NotSpoken | None:
    """Of the active key figures whose contact person she is. One statement."""
    hers = KeyFigure.objects.active().filter(contact_person=member, municipality=member.municipality_id).select_related("member__user")
    figure = hers.order_by(F("last_quiet_contact_on").asc(nulls_first=True), "pk").first()
    if figure is None:
        return None
    url = reverse("keyfigures:contact_new", args=[figure.uuid])
    return NotSpoken(name=figure.name, called=called(figure.name), rest=rest_of(figure.name), since=since_words(figure, today), url=url)


@dataclass(frozen=True, kw_only=True)
class Question:
    """The words of a kind of thing that can wait for her, and where she answers it."""

    title: str | LazyText
    text: str | LazyText
    link: str | LazyText
    route: str
    with_id: bool = True

    def about(self, uuid: UUID) -> Waiting:
        return Waiting(title=self.title, text=self.text, link=self.link, url=reverse(self.route, args=[uuid] if self.with_id else []))


QUESTIONS = {
    "agreement": Question(
        title=_("We made an agreement with you"), text=_("Read it, add your own words, and confirm it if you agree."), link=_("Read the agreement"),
        route="keyfigures:agreement_detail",
    ),
    "ask": Question(
        title=_("We ask you something"), text=_("You may say no, without a reason."), link=_("Read what we ask"), route="keyfigures:ask_detail",
    ),
    "choice": Question(
        title=_("We want to thank you where others can see it"), text=_("You choose who sees it. Nothing is shown before you chose."), link=_("Choose"),
        route="keyfigures:recognition_list", with_id=False,
    ),
}


def waits_for_her(member: Membership) -> list[Waiting]:
    """An agreement to confirm, a request to answer, a choice about recognition. One statement for all of them."""
    rows = {
        "agreement": Agreement.objects.filter(key_figure__member=member, confirmed_by_her_at=None, holds_from=None, replaced_at=None),
        "ask": Ask.objects.filter(key_figure__member=member, state=AskState.ASKED),
        "choice": Recognition.objects.filter(~Q(wanted=Visibility.NONE), key_figure__member=member, chosen_at=None),
    }
    first, *others = (each.order_by().values_list(Value(code, CharField()), "uuid") for code, each in rows.items())
    return [QUESTIONS[code].about(uuid) for code, uuid in first.union(*others, all=True)]
