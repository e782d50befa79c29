"""What the lessons add to the start page of who works on the approach: those that were set aside until a day that has come."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from approach.actions.lesson import MANAGES
from approach.lessons import lesson_named
from approach.models.lesson import LessonSetting
from approach.support_desk import ComingUp
from terms.presentation import Line, Ring
from ui.phrases import Words


def aside_again(member: Membership, *, today: date) -> list[ComingUp]:
    """Until somebody decides about it again. One statement, and none for who may not decide."""
    if not member.may(MANAGES):
        return []
    return [_row(each, Words(today)) for each in LessonSetting.objects.to_look_at_again(member.municipality, on=today) if lesson_named(each.lesson)]


def _row(setting: LessonSetting, words: Words) -> ComingUp:
    lesson = lesson_named(setting.lesson)
    assert lesson is not None and setting.aside_until is not None  # noqa: S101, PT018  asked for just above
    due = _("Set aside until %(day)s. It counts again") % {"day": words.day_only(setting.aside_until)}
    title = _("Look again at the lesson: %(title)s") % {"title": lesson.title}
    url = reverse("approach:lesson_detail", args=[lesson.code])
    return ComingUp(title=title, line=Line(ring=Ring(state="today"), what="", due=due, tone="today"), link=_("Decide"), url=url)
