"""The words that this app adds to the log: that something changed, never what it says."""

from django.utils.translation import gettext_lazy as _

from audit import verbs

VISION_ADOPTED = "approach.vision_adopted"
VISION_LOOKED_AT = "approach.vision_looked_at"
VISION_REVIEW_MOVED = "approach.vision_review_moved"
PUBLIC_PAGE_CHANGED = "approach.public_page_changed"
SUPPORT_CHANGED = "approach.support_changed"
HAND_OVER_TAKEN = "approach.hand_over_taken"
REPORT_BEGUN = "approach.report_begun"
REPORT_OFFERED = "approach.report_offered"
REPORT_TAKEN_BACK = "approach.report_taken_back"
REPORT_DISCARDED = "approach.report_discarded"
REPORT_ISSUED = "approach.report_issued"
TEMPLATE_MADE = "approach.template_made"


def register() -> None:
    verbs.register(VISION_ADOPTED, _("Adopted a vision"), counted={"version": _("version")})
    verbs.register(VISION_LOOKED_AT, _("Looked at the vision again; it stays"), counted={"version": _("version")})
    verbs.register(VISION_REVIEW_MOVED, _("Moved the day to look at the vision again"), counted={"version": _("version")})
    verbs.register(PUBLIC_PAGE_CHANGED, _("Changed what everybody may read of the approach"))
    verbs.register(SUPPORT_CHANGED, _("Changed the register of support"))
    verbs.register(HAND_OVER_TAKEN, _("Took the hand-over file of the approach"))
    verbs.register(REPORT_BEGUN, _("Began a report to the council"))
    verbs.register(REPORT_OFFERED, _("Offered a report to the council to a second person"))
    verbs.register(REPORT_TAKEN_BACK, _("Took a report to the council back"))
    verbs.register(REPORT_DISCARDED, _("Threw away a report to the council"))
    verbs.register(REPORT_ISSUED, _("Issued a report to the council"))
    verbs.register(TEMPLATE_MADE, _("Made a version of the template of reports"))
