"""What everybody may read of the approach, without log-in; and where a weak spot is reported. What is closed is not found."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from approach import security_txt, vision_paper
from approach.models.page import PublicPage
from approach.models.vision import Goal, Vision
from approach.presentation import public
from approach.presentation import vision as words_of
from approach.presentation.accessibility import statement_of
from approach.security_txt import Reached
from keyfigures.models.settings import NetworkSettings
from keyfigures.presentation import register
from keyfigures.views.doors import public_page as in_its_colours
from ui.phrases import Words

PATH = ".well-known/security.txt"
PublicView = Callable[[HttpRequest, PublicPage], HttpResponse]


def of_open_page(view: PublicView) -> Callable[[HttpRequest, str], HttpResponse]:
    """With the page of the municipality in the address, when that is open."""

    @wraps(view)
    def found(request: HttpRequest, slug: str) -> HttpResponse:
        page = PublicPage.objects.open_at(slug)
        if page is None:
            raise Http404
        return view(request, page)

    return login_not_required(require_GET(found))


@of_open_page
def public_page(request: HttpRequest, page: PublicPage) -> HttpResponse:
    return in_its_colours(request, page.municipality, "approach/public_page.html", {"about": public.about(page, at=timezone.now())})


@of_open_page
def public_vision(request: HttpRequest, page: PublicPage) -> HttpResponse:
    row, today = _vision(page), timezone.localdate()
    context = {"row": row, "adopted": words_of.adopted(row, Words(today)), "steps": words_of.steps_of(row, list(Goal.objects.of(row)), today=today)}
    return in_its_colours(request, page.municipality, "approach/public_vision.html", context)


@of_open_page
def public_vision_pdf(request: HttpRequest, page: PublicPage) -> HttpResponse:  # noqa: ARG001  a view has a request
    headers = {"Content-Disposition": f'attachment; filename="visie-{page.municipality.slug}.pdf"'}
    return HttpResponse(vision_paper.pdf_of(_vision(page)), content_type="application/pdf", headers=headers)


@of_open_page
def public_privacy(request: HttpRequest, page: PublicPage) -> HttpResponse:
    """From the register, so that it cannot differ from what is kept."""
    context = {"page": page, "processings": register.processings(), "settings": NetworkSettings.objects.of(page.municipality)}
    return in_its_colours(request, page.municipality, "approach/public_privacy.html", context)


@of_open_page
def public_accessibility(request: HttpRequest, page: PublicPage) -> HttpResponse:
    context = {"statement": statement_of(page), "settings": NetworkSettings.objects.of(page.municipality)}
    return in_its_colours(request, page.municipality, "approach/public_accessibility.html", context)


@of_open_page
def public_reports(request: HttpRequest, page: PublicPage) -> HttpResponse:
    """Every report that was issued: it stays as it was then."""
    if not page.shows_reports:
        raise Http404
    return in_its_colours(request, page.municipality, "approach/public_reports.html", {"reports": public.issued(page)})


@login_not_required
@require_GET
def security(request: HttpRequest) -> HttpResponse:
    """RFC 9116, for this host. Nobody filled it in, or all of it ran out: not found."""
    rows = PublicPage.objects.reached_for_security(on=timezone.localdate())
    everybody = [
        Reached(slug=each.municipality.slug, contact=each.security_contact, policy=each.security_policy, until=each.security_until)
        for each in rows
        if each.security_until is not None
    ]
    reached = security_txt.on_host(request.get_host(), everybody)
    if not reached:
        raise Http404
    text = security_txt.text_of(reached, canonical=request.build_absolute_uri(f"/{PATH}"))
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


def _vision(page: PublicPage) -> Vision:
    row = public.shown_vision(page, at=timezone.now())
    if row is None:
        raise Http404
    row.municipality = page.municipality
    return row
