"""Promises of keyfigures.models.rights."""

from django.utils.translation import gettext_lazy as _

from keyfigures import deadlines
from terms.promises import PromiseKind, Task

KINDS = (
    PromiseKind(
        kind=deadlines.DATA_REQUEST,
        label=_("Request about own data"),
        working_days=deadlines.WORKING_DAYS[deadlines.DATA_REQUEST],
        set_by_term=False,  # the law: one month
        task=Task(
            title=_("%(name)s asks something about her data"),
            button=_("Answer %(name)s"),
            what=_("Own data"),
            promised=_("You get an answer about your data"),
            route="keyfigures:data_request_detail",
            own_route="keyfigures:data_request_detail",
            permission="keyfigures.data_requests",
        ),
    ),
)
