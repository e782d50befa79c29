"""Answering a date poll: by the link in the mail without log-in, on this site, and by phone through the organiser.

Nothing here changes by looking: mail scanners follow links.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts import signed_links
from accounts.http import MemberRequest
from keyfigures.views.doors import found, network_page, public_page
from keyfigures.views.steps import press, take
from meetings import poll_mail
from meetings.actions import poll_answer as actions
from meetings.actions.poll_answer import Closed, is_open
from meetings.forms.poll import AnswerForm
from meetings.models.poll import DatePoll, PollInvitee
from meetings.presentation import poll as words_of
from meetings.views.opened_links import OpenedLinks
from terms.days import local_date
from ui.phrases import Words

OPENED = OpenedLinks("polls")


@login_not_required
@never_cache
@require_GET
def poll_link(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The link of the mail. The signature leaves the address bar."""
    row = PollInvitee.objects.filter(uuid=uuid).first()
    signature = request.GET.get(signed_links.PARAMETER, "")
    if row is None or not signed_links.is_signed(uuid, signature, purpose=poll_mail.purpose(row)):
        return _over(request)
    OPENED.remember(request, row)
    return redirect("meetings:poll_link_answer", uuid=uuid)


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def poll_link_answer(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Whose answer it is, and a question for each date. After the last day the link opens nothing; who sends then hears what was answered."""
    row, at = _by_link(request, uuid), timezone.now()
    if row is None or (request.method == "GET" and not is_open(row.poll, at)):
        return _over(request)
    show = partial(_show, request, row, at=at, render_page=partial(_public, request, row))
    if request.method == "GET":
        return show(form=_form(row, at))
    to = reverse("meetings:poll_link_answer", args=[uuid])
    act = partial(actions.answer_by_link, row, at=at)
    return take(request, _form(row, at, request), act, show=show, afterwards=_("Your answer is written down. Thank you."), to=to)


@login_not_required
@never_cache
@require_POST
def poll_not_me(request: HttpRequest, uuid: UUID) -> HttpResponse:
    row = _by_link(request, uuid)
    if row is None:
        return _over(request)
    actions.stop_link(row, at=timezone.now())
    return public_page(request, row.municipality, "meetings/invitation_not_me.html", {})


@require_http_methods(["GET", "POST"])
@network_page("meetings.take_part")
def poll_own(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """For who organises and is asked too."""
    return show_own(request, uuid)


@require_http_methods(["GET", "POST"])
@network_page("meetings.organise")
def poll_invitee(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """The organiser writes down what somebody says by phone."""
    row, at = _of_municipality(request, uuid), timezone.now()
    show = partial(_show, request, row, at=at, render_page=partial(_for_somebody, request, row))
    if request.method == "GET":
        return show(form=_form(row, at))
    act, to = partial(actions.write_down, row, by=request.member, at=at), reverse("meetings:poll_detail", args=[row.poll.uuid])
    return take(request, _form(row, at, request), act, show=show, afterwards=_("The answer of %(name)s is written down.") % {"name": row.member.name}, to=to)


@require_POST
@network_page("meetings.organise")
def poll_again(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row, at = _of_municipality(request, uuid), timezone.now()
    show = partial(_show, request, row, at=at, render_page=partial(_for_somebody, request, row))
    act, to = partial(actions.send_again, row, by=request.member, at=at), reverse("meetings:poll_invitee", args=[uuid])
    return press(request, act, show=show, afterwards=_("A mail with a new link goes out now."), to=to)


def show_own(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """Her own answer: the page, or what she sends."""
    invitees = PollInvitee.objects.of(request.member).with_poll()
    row, at = invitees.filter(poll__in=DatePoll.objects.filter(uuid=uuid)).first(), timezone.now()
    if row is None:
        found(invitees.none(), uuid)
    assert row is not None  # noqa: S101  found() raised
    show = partial(_show, request, row, at=at, render_page=partial(_logged_in, request, row))
    if request.method == "GET":
        return show(form=_form(row, at))
    act, to = partial(actions.answer_on_site, row, by=request.member, at=at), request.path
    return take(request, _form(row, at, request), act, show=show, afterwards=_("Your answer is written down. Thank you."), to=to)


def _show(
    request: HttpRequest, row: PollInvitee, *, at: datetime, render_page: Callable[..., HttpResponse], form: object = None, problem: str = "",
    status: int = 200,
) -> HttpResponse:
    """Open: the questions. Closed: a sentence, and what was answered."""
    fresh = PollInvitee.objects.with_poll().get(pk=row.pk)
    if is_open(fresh.poll, at):
        shown = form if isinstance(form, AnswerForm) and not problem else _form(fresh, at, request if problem else None)
        context = {"form": shown, "lead": words_of.lead(fresh, at=at), "counts": words_of.counts(fresh.poll)}
        return render_page({**context, "row": fresh, "poll": fresh.poll, "is_open": True, "problem": problem}, status=status)
    given = words_of.given_of(fresh, words=Words(local_date(at)))
    context = {"lead": str(Closed(fresh.poll, at)), "given": given, "counts": [], "state": words_of.state_of(fresh.poll, Words(local_date(at)), at)}
    return render_page({**context, "row": fresh, "poll": fresh.poll, "is_open": False, "problem": problem}, status=409 if request.method == "POST" else status)


def _form(row: PollInvitee, at: datetime, request: HttpRequest | None = None) -> AnswerForm:
    """With what she answered before, or with what she sent. Two statements."""
    given = dict(row.answers.values_list("option", "availability"))
    return AnswerForm(*([request.POST] if request is not None else []), options=row.poll.options.all(), given=given, words=Words(local_date(at)))


def _public(request: HttpRequest, row: PollInvitee, context: dict[str, object], *, status: int) -> HttpResponse:
    return public_page(request, row.municipality, "meetings/poll_link.html", context, status=status)


def _logged_in(request: HttpRequest, _row: PollInvitee, context: dict[str, object], *, status: int) -> HttpResponse:
    return render(request, "meetings/poll_answer.html", context, status=status)


def _for_somebody(request: HttpRequest, row: PollInvitee, context: dict[str, object], *, status: int) -> HttpResponse:
    person = words_of.person_state(row, Words(local_date(timezone.now())))
    return render(request, "meetings/poll_invitee.html", {**context, "person": person, "is_stopped": row.link_stopped_at is not None}, status=status)


def _by_link(request: HttpRequest, uuid: UUID) -> PollInvitee | None:
    """The row whose link this browser opened, as long as that link was not replaced or stopped."""
    opened = OPENED.filters(request, uuid)
    return PollInvitee.objects.with_poll().filter(**opened).first() if opened else None


def _of_municipality(request: MemberRequest, uuid: UUID) -> PollInvitee:
    return found(PollInvitee.objects.filter(municipality=request.municipality).with_poll(), uuid)


def _over(request: HttpRequest) -> HttpResponse:
    """One page for unknown, stopped and past: it tells a stranger nothing, and her what to do."""
    return render(request, "meetings/poll_over.html", status=410)
