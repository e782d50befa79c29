"""What is known of an initiative beside the idea, on a page of its own."""

from functools import partial
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.http import MemberRequest
from initiatives.actions import ANSWERS
from initiatives.actions import plan as actions
from initiatives.forms.initiative import PlanForm
from initiatives.models.initiative import Initiative
from initiatives.presentation import initiative as words_of
from keyfigures.views.doors import found, network_page
from keyfigures.views.form_page import FormPage, Now, write


@require_http_methods(["GET", "POST"])
@network_page(ANSWERS)
def plan_change(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = found(Initiative.objects.visible_to(request.member).with_people().going_on(), uuid)
    page = FormPage(
        name=_("About this initiative"), title=_("What do we know of it?"), lead=_("The network reads this too. Leave empty what is not known yet."),
        button=_("Save"), back=words_of.url_of(row), back_label=row.what,
    )
    act = partial(actions.change, row, by=request.member)
    return write(request, page, partial(PlanForm, row=row), act, afterwards=_("It is saved."), to=page.back, now=partial(_now, row))


def _now(row: Initiative) -> Now:
    fresh = Initiative.objects.with_people().get(pk=row.pk)
    return Now(row=fresh, lines=words_of.as_it_is(fresh))
