"""Why we keep what we keep around the approach: vision, support, lessons and reports. None of it is about key figures."""

from django.utils.translation import gettext_lazy as _

from accounts.justification import About, Justification, Processing

_TASK = _("AVG art. 6(1)(e): the municipality's task in public safety and prevention")
_TRACE = _("AVG art. 5(2) and 32; BIO2 8.15: who did and saw what can be traced")
_NONE = _("none needed")

_ALWAYS = _("as long as the municipality uses it; not about a person")
_POLICY = _("for good: policy with effect outside is kept (Selectielijst 2020)")
_ISSUED = _("until the report is issued; then they go")

_WORDS = Justification(purpose=_("what the municipality wants with the approach, without persons"), basis=_NONE, keep=_POLICY)
_WHO = Justification(purpose=_("who wrote it down"), basis=_TRACE, keep=_POLICY)
_REPORT = Justification(purpose=_("what the council is told, without persons"), basis=_NONE, keep=_POLICY)
_PAGE = Justification(purpose=_("what everybody may read, without persons"), basis=_NONE, keep=_ALWAYS)

FIELDS = {
    **{
        f"Vision.{name}": _WORDS
        for name in ("problem", "goal", "way", "form_because", "who", "organisations_do", "functions", "limits", "links", "document_number")
    },
    "Vision.written_by": _WHO,
    "Vision.recorded_by": _WHO,
    "Goal.text": _WORDS,
    "Goal.indicator": _WORDS,
    "Goal.measure": _WORDS,
    "Decision.title": _WORDS,
    "Decision.document_number": _WORDS,
    "Decision.written_by": _WHO,
    "PortfolioHolder.office": Justification(purpose=_("which office answers for the approach; not who holds it"), basis=_TASK, keep=_POLICY),
    "Budget.note": _WORDS,
    "Moment.title": _WORDS,
    "Moment.asked": Justification(purpose=_("what college or council asked, without who asked it"), basis=_TASK, keep=_POLICY),
    "Moment.owner": Justification(purpose=_("who prepares it"), basis=_TASK, keep=_POLICY),
    "CouncilPromise.what": _WORDS,
    "CouncilPromise.owner": Justification(purpose=_("who does it"), basis=_TASK, keep=_POLICY),
    "CouncilPromise.outcome": _WORDS,
    "LessonSetting.lesson": Justification(purpose=_("which lesson it is about"), basis=_NONE, keep=_ALWAYS),
    "LessonSetting.aside_because": Justification(purpose=_("why a lesson does not count for now, without persons"), basis=_NONE, keep=_ALWAYS),
    "LessonSetting.decided_by": Justification(purpose=_("who decided it"), basis=_TRACE, keep=_ALWAYS),
    "FrozenFigure.indicator": Justification(purpose=_("which figure it is"), basis=_NONE, keep=_POLICY),
    "FrozenFigure.lack": Justification(purpose=_("why there is no number"), basis=_NONE, keep=_POLICY),
    "Template.sections": _REPORT,
    "Template.made_by": _WHO,
    "Report.title": _REPORT,
    "Report.problem": Justification(purpose=_("why it could not be made"), basis=_NONE, keep=_POLICY),
    "Report.figures": Justification(purpose=_("the figures of the period as they may be shown, without persons"), basis=_NONE, keep=_POLICY),
    "Report.asks": _REPORT,
    "Report.begun_by": _WHO,
    "Report.offered_by": Justification(purpose=_("the first of the two who looked at it"), basis=_TRACE, keep=_POLICY),
    "Report.issued_by": Justification(purpose=_("the second of the two who looked at it"), basis=_TRACE, keep=_POLICY),
    "Report.number": _REPORT,
    "Report.checksum": Justification(purpose=_("that it is still what was issued"), basis=_NONE, keep=_POLICY),
    "Section.code": _REPORT,
    "Section.title": _REPORT,
    "Section.made": _REPORT,
    "Section.text": _REPORT,
    "Comment.section": Justification(purpose=_("which part of the report it is about"), basis=_TASK, keep=_ISSUED),
    "Comment.text": Justification(purpose=_("what a colleague would change in the report"), basis=_TASK, keep=_ISSUED),
    "Comment.by": Justification(purpose=_("who said it"), basis=_TASK, keep=_ISSUED),
    "ReportFile.content": _REPORT,
    "ReportFile.checksum": _REPORT,
    "PublicPage.about": _PAGE,
    "PublicPage.privacy_email": Justification(purpose=_("the mail address of an office, where people ask about privacy"), basis=_TASK, keep=_ALWAYS),
    "PublicPage.accessibility_gaps": _PAGE,
    "PublicPage.security_contact": Justification(purpose=_("the address of an office, where people report a weak spot"), basis=_TASK, keep=_ALWAYS),
    "PublicPage.security_policy": _PAGE,
}

PROCESSING = Processing(
    name=_("The approach: vision, support and accounting"),
    goal=_("to know why the municipality works with key figures, to keep it supported, and to account for it"),
    whose=_("officials who write or approve something; no key figure"),
    receivers=_("college, council and everybody: figures and words without persons"),
    security=_("figures come in as they may be shown; an issued report cannot be changed"),
)

ABOUT: dict[str, About] = {}

NOT_ABOUT = {
    "Vision": _("what the municipality wants; who wrote it down is counted"),
    "Goal": _("what the municipality wants"),
    "Decision": _("what was decided; who wrote it down is counted"),
    "PortfolioHolder": _("an office, not who holds it"),
    "Budget": _("money"),
    "Moment": _("a moment with college or council; who prepares it is counted"),
    "CouncilPromise": _("what the municipality promised; who does it is counted"),
    "KnownDate": _("a date"),
    "LessonSetting": _("a setting of the municipality; who decided it is counted"),
    "FrozenFigure": _("a number"),
    "Template": _("a text without persons; who made it is counted"),
    "Report": _("a report without persons; who made, offered and issued it is counted"),
    "Section": _("a report without persons"),
    "Comment": _("a remark about a report; who made it is counted"),
    "ReportFile": _("a report without persons"),
    "PublicPage": _("a page for everybody"),
}

LABELS = {"id": _("Number"), "municipality": _("Municipality")}
