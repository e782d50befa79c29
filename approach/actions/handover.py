"""What of the approach is in somebody's care: moments that she prepares, and what was promised there."""

from django.utils.translation import gettext_lazy as _

from approach.actions.moment import OWNS
from approach.models.support import CouncilPromise, Moment
from terms.handover import Held, source_of

SOURCE = source_of(
    Held(label=_("Moments with college or council"), rows=Moment.objects.planned(), permission=OWNS),
    Held(label=_("Promises to college or council"), rows=CouncilPromise.objects.open(), permission=OWNS),
)
