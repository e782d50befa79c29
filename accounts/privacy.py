"""Why we keep what we keep about people who log in: read by the test that walks all models, and by the register."""

from accounts.justification import Justification

_TASK = "AVG art. 6(1)(e): the municipality's task in public safety and prevention"
_SECURITY = "AVG art. 32; BIO2 8.2 and 8.15: rights are given by name and can be traced"
_WHILE_MEMBER = "while she works here; a year after her last membership ended it is erased by a job"
_INVITATION = "30 days after the invitation; then the row is deleted"
_HISTORY = "three years, then deleted by a job"
_SETTING = Justification(
    purpose="a setting of the municipality, not about a person",
    basis="none needed",
    keep="as long as the municipality takes part",
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
    "User.email": Justification(purpose="to log in and to be told that something waits", basis=_TASK, keep=_WHILE_MEMBER),
    "User.name": Justification(purpose="to know whom one talks with; chosen by herself", basis=_TASK, keep=_WHILE_MEMBER),
    "User.password": Justification(purpose="to log in; officials only, a salted hash", basis=_SECURITY, keep=_WHILE_MEMBER),
    "User.last_login": Justification(purpose="to find accounts that nobody uses", basis=_SECURITY, keep=_WHILE_MEMBER),
    "User.joined_at": Justification(purpose="to find accounts that nobody uses", basis=_SECURITY, keep=_WHILE_MEMBER),
    "User.groups": Justification(purpose="part of Django; not used", basis=_SECURITY, keep="always empty"),
    "User.user_permissions": Justification(purpose="part of Django; not used", basis=_SECURITY, keep="always empty"),
    # Her work in a municipality.
    "Membership.user": Justification(purpose="who works here", basis=_TASK, keep="as long as reports or the log point at it"),
    "Membership.deputy": Justification(purpose="who is asked when she is away", basis=_TASK, keep=_WHILE_MEMBER),
    "Membership.phone": Justification(purpose="key figures can call their contact", basis=_TASK, keep=_WHILE_MEMBER),
    "Membership.roles": Justification(purpose="what she may see and do", basis=_SECURITY, keep=_WHILE_MEMBER),
    "Membership.exception_reason": Justification(
        purpose="why one person has roles that exclude each other; the privacy officer reads it",
        basis=_SECURITY,
        keep=_WHILE_MEMBER,
    ),
    "Membership.start_date": Justification(purpose="from when she may see and do that", basis=_SECURITY, keep=_WHILE_MEMBER),
    "Membership.end_date": Justification(purpose="until when she may see and do that", basis=_SECURITY, keep=_WHILE_MEMBER),
    # Days away, without a reason.
    "Absence.member": Justification(purpose="whose messages go to a deputy", basis=_TASK, keep=_WHILE_MEMBER),
    "Absence.deputy": Justification(purpose="who gets them", basis=_TASK, keep=_WHILE_MEMBER),
    "Absence.first_date": Justification(purpose="from when; why is not asked", basis=_TASK, keep=_WHILE_MEMBER),
    "Absence.last_date": Justification(purpose="until when; why is not asked", basis=_TASK, keep=_WHILE_MEMBER),
    # Somebody who is asked to take part.
    "Invitation.email": Justification(purpose="where the invitation goes", basis=_TASK, keep=_INVITATION),
    "Invitation.name": Justification(purpose="to greet her; she can change it", basis=_TASK, keep=_INVITATION),
    "Invitation.roles": Justification(purpose="what she is asked for", basis=_TASK, keep=_INVITATION),
    "Invitation.exception_reason": Justification(purpose="as with a membership", basis=_SECURITY, keep=_INVITATION),
    "Invitation.invited_by": Justification(purpose="she may know who asked her", basis=_TASK, keep=_INVITATION),
    "Invitation.invited_at": Justification(purpose="to let it expire", basis=_TASK, keep=_INVITATION),
    "Invitation.expires_at": Justification(purpose="to let it expire", basis=_TASK, keep=_INVITATION),
    "Invitation.accepted_at": Justification(purpose="so that a link works once", basis=_SECURITY, keep=_INVITATION),
    # The history of rights and settings, written by Postgres; without phone numbers, names and addresses.
    "MembershipEvent.*": Justification(purpose="who had which rights when, and who gave them", basis=_SECURITY, keep=_HISTORY),
    "MunicipalityEvent.*": Justification(purpose="who changed which setting when", basis=_SECURITY, keep=_HISTORY),
    "UserRightsEvent.*": Justification(purpose="who could open the administration when", basis=_SECURITY, keep=_HISTORY),
}
