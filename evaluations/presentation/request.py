"""The request for an effect evaluation in words: the part of the page, and the paper for the bureau."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership
from evaluations import known_data
from evaluations.actions.request import TEXTS, missing_texts
from evaluations.forms.request import HEADINGS, QUESTIONS
from evaluations.kinds import Kind, State
from evaluations.models.evaluation import Evaluation
from evaluations.models.request import EffectRequest
from evaluations.presentation.evaluation import Step
from terms.days import local_date
from ui.papers import Paper, Section
from ui.phrases import Words, lower_first


@dataclass(frozen=True, kw_only=True)
class Request:
    """The part of the page. `files`: label and address, once something is written; `finish_url` when every part is."""

    lead: str
    missing: Sequence[str]
    files: Sequence[tuple[str, str]]
    finish_url: str = ""


def section(evaluation: Evaluation, *, reader: Membership, at: datetime) -> Request | None:  # noqa: ARG001  as every part of the page
    """For who plans evaluations; when it is finished also for who may see results. Two statements."""
    if evaluation.kind != Kind.EFFECT or evaluation.state == State.CANCELLED or not may_read(evaluation, reader):
        return None
    missing = [str(QUESTIONS[name][0]) for name in missing_texts(evaluation)]
    files = [(_("Save as PDF"), "request_pdf"), (_("Save as a text to go on with (ODT)"), "request_odt")]
    return Request(
        lead=_lead(evaluation, len(missing)), missing=missing if evaluation.state in {State.PLANNED, State.OPEN} else [],
        files=[(label, reverse(f"evaluations:{name}", args=[evaluation.uuid])) for label, name in files] if len(missing) < len(TEXTS) else [],
        finish_url=reverse("evaluations:request_finish", args=[evaluation.uuid]) if _may_finish(evaluation, reader, missing) else "",
    )


def _may_finish(evaluation: Evaluation, reader: Membership, missing: Sequence[str]) -> bool:
    return not missing and evaluation.state == State.OPEN and reader.may("evaluations.manage")


def step(evaluation: Evaluation, *, reader: Membership, at: datetime) -> Step | None:  # noqa: ARG001  as every part of the page
    if evaluation.kind != Kind.EFFECT or evaluation.state not in {State.PLANNED, State.OPEN} or not reader.may("evaluations.manage"):
        return None
    return Step(label=_("Write the request"), url=reverse("evaluations:request_edit", args=[evaluation.uuid]))


def may_read(evaluation: Evaluation, reader: Membership) -> bool:
    """Of one row that she sees already. A guest has no part in a request."""
    return reader.may("evaluations.manage") or (reader.may("evaluations.results") and evaluation.state in {State.CLOSED, State.SHARED})


def differences(kept: EffectRequest, texts: Mapping[str, str]) -> list[dict[str, str]]:
    return [
        {"label": str(QUESTIONS[name][0]), "theirs": getattr(kept, name), "yours": texts[name]} for name in TEXTS if getattr(kept, name) != texts[name]
    ]


def paper(evaluation: Evaluation, *, at: datetime) -> Paper:
    """What a bureau reads: the texts, which data there are, and how offers are asked. Without persons."""
    kept, words = EffectRequest.objects.filter(evaluation=evaluation).first(), Words(local_date(at))
    texts = [Section(title=str(HEADINGS[name]), text=getattr(kept, name, "") or _("Nothing was written yet.")) for name in TEXTS]
    return Paper(
        title=evaluation.title,
        lead=_("%(municipality)s asks for an evaluation of what its network of key figures brings about.") % {"municipality": evaluation.municipality},
        sections=[*texts, *_data(evaluation, words.day_only(words.today))],
        place=_("Request for an effect evaluation"),
        municipality=str(evaluation.municipality),
        brand=evaluation.municipality.brand,
        language=translation.get_language() or "nl",
        facts=[_("The form of this request is a proposal of this application, not a text of the toolkit of the government.")],
    )


def _data(evaluation: Evaluation, day: str) -> list[Section]:
    kept = known_data.counted(evaluation.municipality)
    made = _("Made by the system on %(day)s. Numbers are rounded down to fives, and what is small is not told.") % {"day": day}
    return [
        Section(title=_("Which data there are"), text=made, lines=[(each.what, _how_many(each)) for each in kept]),
        Section(
            title=_("From which registers"), lines=[(each.name, f"{each.goal}. {each.security}.") for each in known_data.registers()], level=3,
            note=_("No data about people are handed out with this request. What a bureau needs of people it asks them itself."),
        ),
        Section(title=_("What is not there"), text=known_data.never_kept(), level=3),
    ]


def _how_many(kept: known_data.Kept) -> str:
    return _("%(number)s, since %(year)s") % {"number": kept.how_many, "year": kept.since} if kept.since else lower_first(kept.how_many)


def _lead(evaluation: Evaluation, missing: int) -> str:
    if evaluation.state in {State.CLOSED, State.SHARED}:
        return _("The request is finished. Send it to bureaus as PDF, or as a text in your own style.")
    if not missing:
        return _("Every part is written. Read it once more, and finish it.")
    told = ngettext("%(missing)d part of the request is not written yet.", "%(missing)d parts of the request are not written yet.", missing)
    return told % {"missing": missing}
