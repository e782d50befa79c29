"""How long the log is kept: three years, then it goes. The only place that may pass the trigger."""

from datetime import datetime, timedelta

import pgtrigger
from django.db import transaction

from audit.models import Entry

KEEP = timedelta(days=3 * 365)
BATCH = 5000


@transaction.atomic
def delete_old_entries(*, at: datetime) -> int:
    """Delete one batch of what is over its time; the next run finds the rest."""
    old = Entry.objects.filter(at__lt=at - KEEP).order_by("at", "pk").values("pk")[:BATCH]
    with pgtrigger.ignore("audit.Entry:append_only"):
        deleted, _per_model = Entry.objects.filter(pk__in=list(old.values_list("pk", flat=True))).delete()
    return deleted
