"""One draft at a time: what changes the questions of a version locks it, and leaves no question that would never be asked."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Membership
from evaluations import flow
from evaluations.actions import NotPossible, check_manages
from evaluations.models.questionnaire import Version
from evaluations.versions import pages_of


class ChangedMeanwhile(NotPossible):
    """The draft is another than the page that she had before her."""

    def __str__(self) -> str:
        return _("This list was changed while you were busy. Nothing of yours is lost: look below, and keep it again.")


class NoDraft(NotPossible):
    """It was published or thrown away: nothing in it can change."""

    def __str__(self) -> str:
        return _("This version is no draft any more, so it cannot be changed. Begin a new version to change the questions.")


@contextmanager
def draft(version: Version, *, by: Membership, edits: int | None = None) -> Iterator[Version]:
    """The draft as it is now, for one change. `edits`: of the draft as she saw it; None where it does not matter.

    Raises ChangedMeanwhile or NoDraft. A change with which a question would never be asked is taken back: NotPossible.
    """
    check_manages(by, version.municipality_id)
    with transaction.atomic():
        row = Version.objects.select_for_update(of=("self",)).select_related("questionnaire").filter(pk=version.pk).first()
        if row is None or row.published_at is not None:
            raise NoDraft
        if edits is not None and row.edits != edits:
            raise ChangedMeanwhile
        yield row
        _check_asked(row)
        row.edits += 1
        row.save(update_fields=["edits"])


def _check_asked(version: Version) -> None:
    for item in flow.broken(pages_of(version)):
        said = _("Then this question would never be asked: “%(question)s”. Change first when it is asked.")
        raise NotPossible(said % {"question": item.words})
