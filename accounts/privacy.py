"""Why we keep what we keep about people who log in: read by the test that walks all models, and by the register."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.justification import About, Justification, Processing

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


PROCESSING = Processing(
    name=_("Logging in, roles and rights"),
    goal=_("to know who takes part and works here, and to let nobody see or do more than her role allows"),
    whose=_("key figures, people who are invited, and officials"),
    receivers=_("the functional administrator; the privacy officer for the log; nobody outside the municipality and its processor"),
    security=_("passkey or second factor, rights by name, changes of rights kept by the database itself, encrypted connections"),
)

_ACCOUNT = Justification(purpose=_("to log in safely"), basis=_SECURITY, keep=_WHILE_MEMBER)
_RIGHTS = FIELDS["MembershipEvent.*"]
_SECRET = _("This is a secret with which you log in. Nobody reads it here, also not you.")


def _done(row: Any) -> str:  # noqa: ANN401  the classes that pghistory makes
    """What was done; by whom is a number of somebody else."""
    return str((row.pgh_context or {}).get("verb") or "")


ABOUT = {
    "User": About(
        title=_("Your name and how you log in"), why=FIELDS["User.email"], user=("pk",), change_at="accounts:account", withheld={"password": _SECRET},
    ),
    "Membership": About(title=_("Your place in this municipality"), why=FIELDS["Membership.user"], member=("pk",), change_at="accounts:account"),
    "Absence": About(title=_("Days on which you are away"), why=FIELDS["Absence.member"], member=("member",), change_at="accounts:absence_list"),
    "Invitation": About(title=_("Your invitation"), why=FIELDS["Invitation.email"], address="email"),
    "MembershipEvent": About(title=_("How your roles changed"), why=_RIGHTS, member=("pgh_obj",), newest="pgh_id", opened={"pgh_context": _done}),
    "UserRightsEvent": About(
        title=_("How your access to the administration changed"), why=_RIGHTS, user=("pgh_obj",), newest="pgh_id", opened={"pgh_context": _done},
    ),
    # Tables of libraries by which she logs in.
    "account.EmailAddress": About(title=_("Mail addresses to log in with"), why=FIELDS["User.email"], user=("user",)),
    "mfa.Authenticator": About(title=_("Passkeys and second factors"), why=_ACCOUNT, user=("user",), change_at="mfa_index", withheld={"data": _SECRET}),
    "socialaccount.SocialAccount": About(title=_("Single sign-on of the municipality"), why=_ACCOUNT, user=("user",)),
    "usersessions.UserSession": About(
        title=_("Where you are logged in"),
        why=Justification(purpose=_("so that you can see and end it"), basis=_SECURITY, keep=_("until you log out or the session is over")),
        user=("user",),
        change_at="usersessions_list",
        withheld={"session_key": _SECRET},
    ),
    "admin.LogEntry": About(title=_("What you changed in the administration"), why=_RIGHTS, user=("user",)),
}

NOT_ABOUT = {
    "account.EmailConfirmation": _("stays empty: somebody confirms her address by the link of her invitation"),
    "socialaccount.SocialToken": _("stays empty: no token of single sign-on is kept"),
    "pghistory.MiddlewareEvents": _("no table: a view of the history that stands here already"),
}

LABELS = {
    "MembershipEvent.*": _("History of roles"),
    "MunicipalityEvent.*": _("History of settings"),
    "UserRightsEvent.*": _("History of access to the administration"),
    "password": _("Password"),
    "last_login": _("Last log-in"),
    "groups": _("Groups"),
    "user_permissions": _("Permissions"),
    "is_superuser": _("May do everything in the administration"),
    "user": _("Person"),
    "municipality": _("Municipality"),
    "deputy": _("Deputy"),
    "member": _("Member"),
    "invited_by": _("Invited by"),
    "pgh_created_at": _("When"),
    "pgh_label": _("Kind of change"),
    "pgh_obj": _("Whose"),
    "pgh_context": _("What was done"),
    "pgh_id": _("Number"),
    "id": _("Number"),
    "uuid": _("Number"),
    "type": _("Kind"),
    "data": _("Secret"),
    "created_at": _("Since"),
    "last_used_at": _("Last used"),
    "last_seen_at": _("Last seen"),
    "ip": _("Internet address"),
    "user_agent": _("Device and browser"),
    "UserSession.data": _("More"),
    "UserSession.session_key": _("Key of the session"),
    "provider": _("Service"),
    "uid": _("Number at that service"),
    "extra_data": _("What that service told"),
    "date_joined": _("Since"),
    "EmailAddress.email": _("Mail address"),
    "verified": _("Confirmed"),
    "primary": _("Main address"),
    "action_time": _("When"),
    "content_type": _("Kind of thing"),
    "object_id": _("Number of the thing"),
    "object_repr": _("Which"),
    "action_flag": _("What was done"),
    "change_message": _("Which fields"),
}
