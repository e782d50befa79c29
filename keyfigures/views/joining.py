"""The public page about taking part, the mail link that confirms it, and the link that a key figure passes on."""

from uuid import UUID

from allauth.core import ratelimit
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from accounts import actions as accounts
from accounts import signed_links
from accounts.decorators import permission_required
from accounts.http import MemberRequest
from accounts.models import Municipality
from accounts.views import entering
from keyfigures import notices, passing_on
from keyfigures.actions import NotPossible, joining
from keyfigures.forms.joining import ConfirmForm, JoinForm
from keyfigures.models.figure import Interest, KeyFigure
from keyfigures.presentation import joining as texts
from keyfigures.stages import Stage
from keyfigures.views.doors import own_figure, public_page

OPENED = "interest"  # in the session: the wish whose link was opened
VIA = "via"  # name in the address: the link of a key figure


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def join(request: HttpRequest, slug: str) -> HttpResponse:
    """What taking part is, and three fields. Also for who got the link of a key figure while the page is closed."""
    municipality = Municipality.objects.filter(slug=slug).first()
    via = municipality is not None and passing_on.is_valid(request.GET.get(VIA, ""), slug, today=timezone.localdate())
    if municipality is None or not _may_join(municipality, via=via):
        raise Http404
    form = JoinForm(request.POST if request.method == "POST" else None, municipality=municipality)
    if not form.is_valid():
        return _page(request, municipality, form, status=400 if form.is_bound else 200)
    if not ratelimit.consume(request, action="join"):
        busy = _("From this place many people left their name just now. Try again in an hour, or call us.")
        return _page(request, municipality, form, problem=busy, status=429)
    try:
        joining.leave_interest(municipality, language=_language(), was_proposed=via, at=timezone.now(), **form.left())
    except joining.TooMany as problem:
        return _page(request, municipality, form, problem=str(problem), status=429)
    return redirect("keyfigures:join_sent", slug=slug)


@login_not_required
@require_GET
def join_sent(request: HttpRequest, slug: str) -> HttpResponse:
    """The same page for every address: it tells nobody who takes part already."""
    municipality = Municipality.objects.filter(slug=slug).first()
    if municipality is None:
        raise Http404
    return public_page(request, municipality, "keyfigures/joining_sent.html", {"days": joining.INTEREST_DAYS})


@login_not_required
@never_cache
@require_GET
def join_link(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The link of the mail. It changes nothing, so a mail scanner may follow it; the signature leaves the address bar."""
    if not signed_links.is_signed(uuid, request.GET.get(signed_links.PARAMETER, ""), purpose=notices.JOIN):
        return _over(request)
    request.session[OPENED] = str(uuid)
    return redirect("keyfigures:join_confirm")


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def join_confirm(request: HttpRequest) -> HttpResponse:
    """What is kept and what comes next; then her own confirmation."""
    opened: str | None = request.session.get(OPENED)
    interest = Interest.objects.open_at(timezone.now()).select_related("municipality").filter(uuid=opened).first() if opened else None
    if interest is None:
        return _over(request)
    if (stopped := entering.obstacle(request, interest.email, back_to="keyfigures:join_confirm")) is not None:
        return stopped
    has_account = request.user.is_authenticated
    form = ConfirmForm(request.POST if request.method == "POST" else None, name=interest.name, has_account=has_account)
    if form.is_valid():
        return _confirm(request, interest, form.chosen_name())
    return public_page(request, interest.municipality, "keyfigures/joining_confirm.html", {"form": form}, status=400 if form.is_bound else 200)


def _confirm(request: HttpRequest, interest: Interest, name: str) -> HttpResponse:
    person = request.user if request.user.is_authenticated else None
    try:
        member = joining.confirm_interest(interest, person=person, name=name, at=timezone.now())
    except (NotPossible, accounts.NotPossible):
        return _over(request)
    request.session.pop(OPENED, None)
    return entering.let_in(request, member, is_new=person is None)


@login_not_required
@never_cache
@require_GET
def farewell(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """For who stopped and cannot log in any more: thanks, and what happens with her data. No name, nothing about her."""
    figure = KeyFigure.objects.in_stage(Stage.ENDED).for_detail().filter(uuid=uuid).first()
    if figure is None or not signed_links.is_signed(uuid, request.GET.get(signed_links.PARAMETER, ""), purpose=notices.FAREWELL):
        return _over(request)
    return public_page(request, figure.municipality, "keyfigures/joining_farewell.html", {"kept": texts.kept_after_end(figure)})


@require_GET
@never_cache
@permission_required("keyfigures.own", hidden=True)
def pass_on(request: MemberRequest) -> HttpResponse:
    """A link for somebody she thinks of. It is the same for everybody today, and nobody writes down who took it."""
    figure = own_figure(request)
    if figure.stage == Stage.ENDED:
        raise Http404
    link = texts.link_to_pass_on(request.municipality, today=timezone.localdate())
    return render(request, "keyfigures/joining_pass_on.html", {"link": link, "days": passing_on.DAYS})


def _may_join(municipality: Municipality, *, via: bool) -> bool:
    at = timezone.now()
    return joining.can_answer(municipality, at=at) if via else joining.is_open(municipality, at=at)


def _page(request: HttpRequest, municipality: Municipality, form: JoinForm, *, problem: str = "", status: int = 200) -> HttpResponse:
    context = {"form": form, "problem": problem, "about": texts.about(municipality)}
    return public_page(request, municipality, "keyfigures/joining_page.html", context, status=status)


def _over(request: HttpRequest) -> HttpResponse:
    """One page for unknown, used and expired: it tells a stranger nothing, and her what to do."""
    return render(request, "keyfigures/joining_over.html", status=410)


def _language() -> str:
    return "en" if (get_language() or "").startswith("en") else "nl"
