"""What this app tells people by mail: that something waits, never what and never about whom."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts import signed_links
from accounts.models import Membership
from keyfigures.models.figure import Interest, KeyFigure
from keyfigures.stages import Stage
from notifications import kinds
from notifications.kinds import NoticeKind
from notifications.models import Message
from notifications.outbox import Notice
from notifications.telling import notice
from terms.days import local_date

TO_KEY_FIGURE = "keyfigures.to_key_figure"
TO_OFFICIAL = "keyfigures.to_official"
PRIVACY = "keyfigures.privacy"
# To an address, because she cannot log in (yet, or any more): their links open one page without log-in.
JOIN = "keyfigures.join"
JOINED_ALREADY = "keyfigures.joined_already"
FAREWELL = "keyfigures.farewell"

# Her telephone may say no more than this: who looks over her shoulder learns nothing.
SENTENCES = {
    TO_KEY_FIGURE: _("The municipality has something for you. Log in to read it."),
    TO_OFFICIAL: _("Somebody waits for you. Log in to read who and what."),
    PRIVACY: _("Something about your own data waits for you. Log in to read it."),
    JOINED_ALREADY: _("Somebody left this address on our page about taking part. You take part already: log in to see how it stands."),
}


def register() -> None:
    kinds.register(
        *(NoticeKind(kind=kind, sentence=sentence, stands_in=kind == TO_OFFICIAL) for kind, sentence in SENTENCES.items()),
        NoticeKind(
            kind=JOIN,
            sentence=_(
                "Somebody left this address on our page about taking part. Was it you? Then confirm it within 30 days. "
                "Was it not you? Then you need not do anything.",
            ),
            still_wanted=lambda message: Interest.objects.filter(uuid__in=[message.subject]).exists(),
            link=_opens_without_log_in(JOIN),
        ),
        NoticeKind(
            kind=FAREWELL,
            sentence=_("Thank you for what we did together. Read here what happens with your data."),
            still_wanted=lambda message: KeyFigure.objects.in_stage(Stage.ENDED).filter(uuid__in=[message.subject]).exists(),
            link=_opens_without_log_in(FAREWELL),
        ),
    )


def own_page_path() -> str:
    return reverse("keyfigures:own_page")


def farewell(figure: KeyFigure, *, because: str) -> Notice:
    """She is no member any more: to her address, with a link that opens one page."""
    return Notice(
        key=f"{FAREWELL}:{figure.uuid}:{because}", kind=FAREWELL, recipient=None, address=figure.member.user.email, municipality=figure.municipality,
        language=figure.member.user.language, path=reverse("keyfigures:farewell", args=[figure.uuid]), subject=figure.uuid,
    )


def _opens_without_log_in(purpose: str) -> Callable[[Message], str]:
    return lambda message: f"{message.path}?{signed_links.query(message.subject, purpose=purpose)}"


def to_person(kind: str, member: Membership, *, subject: UUID, because: str, path: str, at: datetime) -> Notice:
    """Also to who does not take part any more: to her address, as long as we have it."""
    if member.is_active_on(local_date(at)):
        return notice(kind, to=member, subject=subject, because=because, path=path)
    return Notice(
        key=f"{kind}:{subject}:{because}", kind=kind, recipient=None, address=member.user.email, language=member.user.language,
        municipality=member.municipality, path=path, subject=subject,
    )
