"""What everybody may read of an initiative: written by the municipality, agreed to by who filed it, and the public pages themselves."""

from collections.abc import Callable
from functools import partial, wraps
from typing import Concatenate, ParamSpec
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.http import MemberRequest
from initiatives import public
from initiatives.actions import ANSWERS, FILES
from initiatives.actions import publication as actions
from initiatives.forms.publication import AgreeForm, PublicTextForm
from initiatives.kinds import Beginning
from initiatives.models.initiative import Initiative
from initiatives.presentation import public as words_of
from initiatives.presentation.initiative import url_of
from initiatives.public import OpenPage
from initiatives.views.page import show
from keyfigures.views import lists
from keyfigures.views.doors import found, network_page, public_page
from keyfigures.views.form_page import FormPage, Now, write
from keyfigures.views.steps import press, take

P = ParamSpec("P")


@require_http_methods(["GET", "POST"])
@network_page(ANSWERS)
def public_text(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = _shown(request, uuid)
    asks = _("Who filed the idea reads it first. Only with her yes everybody reads it, and she can take that back.")
    page = FormPage(
        name=_("For the public page"), title=_("What may everybody read of it?"), button=_("Save"), back=url_of(row), back_label=row.what,
        lead=_("Everybody reads it at once.") if row.beginning == Beginning.MUNICIPALITY else asks,
    )
    act = partial(actions.write, row, by=request.member, at=timezone.now())
    return write(request, page, partial(PublicTextForm, row=row), act, afterwards=_("The text is saved."), to=page.back, now=partial(_now, row))


@require_POST
@network_page(ANSWERS)
def public_take_off(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = _shown(request, uuid)
    act = partial(actions.take_off, row, by=request.member, at=timezone.now())
    return press(request, act, show=partial(show, request, uuid), afterwards=_("It is off the public page."), to=url_of(row))


@require_POST
@network_page(FILES)
def public_agree(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = _hers(request, uuid)
    act = partial(actions.agree, row, by=request.member, at=timezone.now())
    form = AgreeForm(request.POST, row=row)
    return take(request, form, act, show=partial(show, request, uuid), afterwards=_("Thank you. Everybody can read it now."), to=url_of(row))


@require_POST
@network_page(FILES)
def public_agree_no_more(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = _hers(request, uuid)
    act = partial(actions.agree_no_more, row, by=request.member, at=timezone.now())
    return press(request, act, show=partial(show, request, uuid), afterwards=_("Nobody outside the network reads it any more."), to=url_of(row))


def of_open_page(
    view: Callable[Concatenate[HttpRequest, OpenPage, P], HttpResponse],
) -> Callable[..., HttpResponse]:
    """Without log-in, where the municipality shows its initiatives; elsewhere the page does not exist."""

    @wraps(view)
    def opened(request: HttpRequest, slug: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        page = public.opened(slug)
        if page is None:
            raise Http404
        return view(request, page, *args, **kwargs)

    return login_not_required(require_GET(opened))


@of_open_page
def public_initiatives(request: HttpRequest, page: OpenPage) -> HttpResponse:
    """Newest first. A constant number of statements."""
    rows = lists.page_of(request, Initiative.objects.public_at(page.municipality).with_people(), moment="filed_at")
    context = {"rows": words_of.shown(rows.rows, slug=page.municipality.slug), "page": rows, "back": page.url}
    return public_page(request, page.municipality, "initiatives/public_initiatives.html", context)


@of_open_page
def public_initiative(request: HttpRequest, page: OpenPage, uuid: UUID) -> HttpResponse:
    row = found(Initiative.objects.public_at(page.municipality).with_people(), uuid)
    context = {"shown": words_of.shown([row], slug=page.municipality.slug)[0]}
    return public_page(request, page.municipality, "initiatives/public_initiative.html", context)


def _shown(request: MemberRequest, uuid: UUID) -> Initiative:
    """One that can be shown, to who works on it; she does not answer for her own."""
    row = found(Initiative.objects.visible_to(request.member).with_people(), uuid)
    if not actions.may_be_shown(row) or row.proposer_id == request.member.pk:
        raise Http404
    return row


def _hers(request: MemberRequest, uuid: UUID) -> Initiative:
    return found(Initiative.objects.of(request.member).with_people(), uuid)


def _now(row: Initiative) -> Now:
    fresh = Initiative.objects.with_people().get(pk=row.pk)
    return Now(row=fresh, lines=[fresh.public_title, fresh.public_text])
