"""Why we keep what we keep about people who log in: read by the test that walks all models, and by the register."""

from django.utils.translation import gettext_lazy as _

from accounts.justification import Justification

_TASK = _("AVG art. 6(1)(e): the municipality's task in public safety and prevention")
_SECURITY = _("AVG art. 32; BIO2 8.2 and 8.15: rights are given by name and can be traced")
_WHILE_MEMBER = _("while she works here; a year after her last membership ended it is erased by a job")
_INVITATION = _("30 days after the invitation; then the row is deleted")
_HISTORY = _("three years, then deleted by a job")
_SETTING = Justification(
    purpose=_("a setting of the municipality, not about a person"),
    basis=_("none needed"),
    keep=_("as long as the municipality takes part"),
)

FIELDS = {
    # Municipality: words, numbers and contact details of an office.
    "Municipality.name": _SETTING,
    "Municipality.slug": _SETTING,
    "Municipality.key_figure_label": _SETTING,
    "Municipality.key_figure_label_plural": _SETTING,
    "Municipality.role_labels": _SETTING,
    "Municipality.emergency_number": _SETTING,
    "Municipality.police_number": _SETTING,
    "Municipality.anonymous_number": _SETTING,
    "Municipality.contact_phone": _SETTING,
    "Municipality.contact_email": _SETTING,
    "Municipality.dpia_date": _SETTING,
    "Municipality.fg_advice_date": _SETTING,
    "Municipality.brand": _SETTING,
    "Municipality.brand_dark": _SETTING,
    "Municipality.mist": _SETTING,
    "Municipality.mist_strong": _SETTING,
    "Municipality.honey": _SETTING,
    "Municipality.logo_digest": _SETTING,
    "Logo.png": _SETTING,
    # A person who logs in.
    "User.email": Justification(purpose=_("to log in and to be told that something waits"), basis=_TASK, keep=_WHILE_MEMBER),
    "User.name": Justification(purpose=_("to know whom one talks with; chosen by herself"), basis=_TASK, keep=_WHILE_MEMBER),
    "User.password": Justification(purpose=_("to log in; officials only, a salted hash"), basis=_SECURITY, keep=_WHILE_MEMBER),
    "User.last_login": Justification(purpose=_("to find accounts that nobody uses"), basis=_SECURITY, keep=_WHILE_MEMBER),
    "User.joined_at": Justification(purpose=_("to find accounts that nobody uses"), basis=_SECURITY, keep=_WHILE_MEMBER),
    "User.groups": Justification(purpose=_("part of Django; not used"), basis=_SECURITY, keep=_("always empty")),
    "User.user_permissions": Justification(purpose=_("part of Django; not used"), basis=_SECURITY, keep=_("always empty")),
    # Her work in a municipality.
    "Membership.user": Justification(purpose=_("who works here"), basis=_TASK, keep=_("as long as reports or the log point at it")),
    "Membership.deputy": Justification(purpose=_("who is asked when she is away"), basis=_TASK, keep=_WHILE_MEMBER),
    "Membership.phone": Justification(purpose=_("key figures can call their contact"), basis=_TASK, keep=_WHILE_MEMBER),
    "Membership.roles": Justification(purpose=_("what she may see and do"), basis=_SECURITY, keep=_WHILE_MEMBER),
    "Membership.exception_reason": Justification(
        purpose=_("why one person has roles that exclude each other; the privacy officer reads it"),
        basis=_SECURITY,
        keep=_WHILE_MEMBER,
    ),
    "Membership.start_date": Justification(purpose=_("from when she may see and do that"), basis=_SECURITY, keep=_WHILE_MEMBER),
    "Membership.end_date": Justification(purpose=_("until when she may see and do that"), basis=_SECURITY, keep=_WHILE_MEMBER),
    # Days away, without a reason.
    "Absence.member": Justification(purpose=_("whose messages go to a deputy"), basis=_TASK, keep=_WHILE_MEMBER),
    "Absence.deputy": Justification(purpose=_("who gets them"), basis=_TASK, keep=_WHILE_MEMBER),
    "Absence.first_date": Justification(purpose=_("from when; why is not asked"), basis=_TASK, keep=_WHILE_MEMBER),
    "Absence.last_date": Justification(purpose=_("until when; why is not asked"), basis=_TASK, keep=_WHILE_MEMBER),
    # Somebody who is asked to take part.
    "Invitation.email": Justification(purpose=_("where the invitation goes"), basis=_TASK, keep=_INVITATION),
    "Invitation.name": Justification(purpose=_("to greet her; she can change it"), basis=_TASK, keep=_INVITATION),
    "Invitation.roles": Justification(purpose=_("what she is asked for"), basis=_TASK, keep=_INVITATION),
    "Invitation.exception_reason": Justification(purpose=_("as with a membership"), basis=_SECURITY, keep=_INVITATION),
    "Invitation.invited_by": Justification(purpose=_("she may know who asked her"), basis=_TASK, keep=_INVITATION),
    "Invitation.invited_at": Justification(purpose=_("to let it expire"), basis=_TASK, keep=_INVITATION),
    "Invitation.expires_at": Justification(purpose=_("to let it expire"), basis=_TASK, keep=_INVITATION),
    "Invitation.accepted_at": Justification(purpose=_("so that a link works once"), basis=_SECURITY, keep=_INVITATION),
    # The history of rights and settings, written by Postgres; without phone numbers, names and addresses.
    "MembershipEvent.*": Justification(purpose=_("who had which rights when, and who gave them"), basis=_SECURITY, keep=_HISTORY),
    "MunicipalityEvent.*": Justification(purpose=_("who changed which setting when"), basis=_SECURITY, keep=_HISTORY),
    "UserRightsEvent.*": Justification(purpose=_("who could open the administration when"), basis=_SECURITY, keep=_HISTORY),
}
