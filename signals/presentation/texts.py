"""What was written, ready to show: answers, conversation, notes and feedback; and what stands there when a text is gone."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from signals import questions
from signals.questions import Answer
from signals.reading import GivenFeedback, Note, ReportText
from terms.days import local_date
from ui.phrases import Words


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One text of the conversation, a note or a feedback. `instead` is said when there is no text to show."""

    who: str
    when: str
    text: str
    instead: str
    is_mine: bool = False


@dataclass(frozen=True, kw_only=True)
class ShownAnswer:
    heading: str
    answer: str
    mark: str = ""


@dataclass(frozen=True, kw_only=True)
class Written:
    """What she shared: long texts with their mark, then short facts."""

    texts: list[ShownAnswer]
    facts: list[ShownAnswer]


@dataclass(frozen=True, kw_only=True)
class CheckLine:
    label: str
    answer: str
    url: str


@dataclass(frozen=True, kw_only=True)
class CheckPart:
    title: str
    lines: list[CheckLine]


def check_parts(answers: Mapping[str, Answer], url_of: Callable[[str], str]) -> list[CheckPart]:
    """Every question with its answer, to check before sending. `url_of` a question: where it can be changed."""
    parts = ((_("Your concern"), questions.ABOUT_THE_CONCERN), (_("About you"), questions.ABOUT_THE_REPORTER))
    return [CheckPart(title=title, lines=[_check_line(name, answers, url_of) for name in names if name in answers]) for title, names in parts]


def _check_line(name: str, answers: Mapping[str, Answer], url_of: Callable[[str], str]) -> CheckLine:
    question = questions.named(name)
    return CheckLine(label=str(question.label), answer=questions.in_words(name, answers[name]) or _("Not filled in"), url=url_of(name))


def written(answers: Mapping[str, Answer]) -> Written | None:
    """None when nothing was written, or when it is gone."""
    shown = [(question, questions.in_words(question.name, answers.get(question.name))) for question in questions.QUESTIONS if question.name in answers]
    texts = [ShownAnswer(heading=str(question.heading), answer=words, mark=question.mark) for question, words in shown if question.mark and words]
    facts = [ShownAnswer(heading=str(question.heading), answer=words) for question, words in shown if not question.mark and words]
    return Written(texts=texts, facts=facts) if texts or facts else None


def gone(purged_at: datetime | None, *, is_unreadable: bool, words: Words) -> str:
    """What stands in the place of a text; empty when the text is there."""
    if purged_at is not None:
        return _("This text was erased on %(day)s.") % {"day": words.day(local_date(purged_at))}
    return _("This text cannot be read now. The days and the steps are still right.") if is_unreadable else ""


def conversation(said: Sequence[Note], words: Words, *, to_reporter: bool) -> list[Shown]:
    """The lines of a talk; her own stand under "you", in the form of address of who reads it."""
    you = pgettext("reporter", "You") if to_reporter else pgettext("colleague", "You")
    return [
        Shown(
            who=you if each.is_mine else each.author,
            when=words.moment(each.at),
            text=each.text or "",
            instead=gone(each.purged_at, is_unreadable=each.is_unreadable, words=words),
            is_mine=each.is_mine,
        )
        for each in said
    ]


def text_sentence(text: ReportText, words: Words) -> str:
    """When the text goes, or went; to the reporter."""
    if text.purged_at is not None:
        return _("Your text was erased on %(day)s. The days and the outcome are still there.") % {"day": words.day(local_date(text.purged_at))}
    if text.is_unreadable:
        return _("Your text cannot be read now. We are working on it. The days are still right.")
    if text.purge_on is not None:
        return _("We erase your text on %(day)s. The days and the outcome stay.") % {"day": words.day(text.purge_on)}
    return ""


@dataclass(frozen=True, kw_only=True)
class ShownFeedback:
    """`rated`: what the reporter thought of it, or empty. `is_waiting`: a colleague has not read it yet."""

    uuid: object
    title: str
    sentences: list[str]
    text: str
    instead: str
    who: str
    when: str
    rated: str
    is_waiting: bool


def feedbacks(given: Sequence[GivenFeedback], words: Words, *, to_reporter: bool = False) -> list[ShownFeedback]:
    """Newest first. `to_reporter`: it is she who reads what she thought of it."""
    newest_first = sorted(given, key=lambda each: each.at, reverse=True)
    return [_feedback(each, words, to_reporter=to_reporter) for each in newest_first]


def _feedback(each: GivenFeedback, words: Words, *, to_reporter: bool) -> ShownFeedback:
    return ShownFeedback(
        uuid=each.uuid,
        title=_title(each, words),
        sentences=list(each.sentences),
        text=each.text or "",
        instead=gone(each.purged_at, is_unreadable=each.is_unreadable, words=words),
        who=each.author,
        when=words.moment(each.at),
        rated=_rated(each, to_reporter=to_reporter),
        is_waiting=each.is_waiting,
    )


def _title(each: GivenFeedback, words: Words) -> str:
    if each.is_waiting:
        return _("Waits for a colleague")
    if each.returned_reason:
        return _("Given back: %(reason)s") % {"reason": each.returned_reason}
    return _("Answer of %(moment)s") % {"moment": words.moment(each.at)}


def _rated(each: GivenFeedback, *, to_reporter: bool) -> str:
    if each.helped is None:
        return ""
    helped = {"yes": _("it helped"), "partly": _("it helped a little"), "no": _("it did not help")}[each.helped]
    in_time = _("it was in time") if each.in_time else _("it was not in time")
    said = _("You told us: %(helped)s, %(in_time)s.") if to_reporter else _("Answer of the reporter: %(helped)s, %(in_time)s.")
    return said % {"helped": helped, "in_time": in_time}
