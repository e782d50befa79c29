"""Parts of a draft: questions that stand on one page."""

from django.db.models import Max
from django.utils.translation import gettext as _

from accounts.models import Membership
from evaluations.actions import NotPossible
from evaluations.actions.drafts import draft
from evaluations.models.questionnaire import Section, Version
from meetings.agenda import reordered

MOST = 15
Words = dict[str, str]


class SectionGone(NotPossible):
    """Somebody took it away meanwhile."""

    def __str__(self) -> str:
        return _("This part is not there any more. Somebody took it away while you were busy.")


def add(version: Version, *, by: Membership, edits: int, title: Words, intro: Words) -> Section:
    """Below what is there."""
    with draft(version, by=by, edits=edits) as row:
        if row.sections.count() >= MOST:
            raise NotPossible(_("There are too many parts already."))
        last = row.sections.aggregate(last=Max("position"))["last"] or 0
        made: Section = Section.objects.create(version=row, position=last + 1, title=title, intro=intro)
    return made


def change(section: Section, *, by: Membership, edits: int, title: Words, intro: Words) -> None:
    with draft(section.version, by=by, edits=edits):
        if not Section.objects.filter(pk=section.pk).update(title=title, intro=intro):
            raise SectionGone


def remove(section: Section, *, by: Membership, edits: int) -> None:
    """Only an empty one: what was written does not go unseen."""
    with draft(section.version, by=by, edits=edits):
        if section.questions.exists():
            raise NotPossible(_("There are questions in this part. Take them away or put them elsewhere first."))
        Section.objects.filter(pk=section.pk).delete()


def move(section: Section, *, by: Membership, way: str) -> None:
    """A place up or down; at the end of the list it stays. Raises NotPossible when a question would then look at a later one."""
    with draft(section.version, by=by) as row:
        sections = {each.pk: each for each in row.sections.all()}
        if section.pk in sections:
            _write_order([sections[pk] for pk in reordered(list(sections), section.pk, way)])


def _write_order(sections: list[Section]) -> None:
    for position, section in enumerate(sections, start=1):
        section.position = position
    Section.objects.bulk_update(sections, ["position"])
