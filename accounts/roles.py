"""Which role may do what, and which roles exclude each other. The only place.

The application asks for permissions (`member.may("signals.handle")`), never for the name of a role.
"""

from collections.abc import Iterable

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    CANDIDATE = "candidate", _("Interested person")
    KEY_FIGURE = "key_figure", _("Key figure")
    COORDINATOR = "coordinator", _("Coordinator")
    REPORT_OFFICIAL = "report_official", _("Official of the reporting point")
    TEAM_LEAD = "team_lead", _("Team lead")
    POLICY_ADVISER = "policy_adviser", _("Policy adviser")
    BOARD = "board", _("Mayor or portfolio holder")
    NEUTRAL_CHAIR = "neutral_chair", _("Neutral chair")
    EVALUATOR = "evaluator", _("Outside evaluator")
    PRIVACY_OFFICER = "privacy_officer", _("Privacy officer")
    ADMINISTRATOR = "administrator", _("Functional administrator")


# What everybody may do who owes key figures something: see the network, log a contact, answer. Who owes anybody an answer
# may say when she is away, and hand over ("accounts.absence").
_NETWORK = frozenset({"keyfigures.manage", "keyfigures.figures", "accounts.absence", "meetings.organise", "meetings.report"})
# Who plans evaluations, and who reads what came out of them.
_EVALUATIONS = frozenset({"evaluations.manage", "evaluations.results"})
# Ideas of the network and what becomes of them: who filed one, only who handles it reads.
# The approach: vision, support, lessons and reports; who issues a report is another than who offered it.
_IDEAS = frozenset({"initiatives.read", "initiatives.handle"})
_APPROACH = frozenset({"approach.read", "approach.manage", "approach.issue"})
# Who can be asked to read a plan for its evaluation: only of the plan that she was asked to read.
_READS_PLANS = frozenset({"evaluations.read_plan"})
# Everybody who can be invited to a meeting.
_INVITED = frozenset({"meetings.take_part"})

PERMISSIONS: dict[str, frozenset[str]] = {
    Role.CANDIDATE: frozenset({"keyfigures.own"}),
    Role.KEY_FIGURE: _INVITED | {"keyfigures.own", "signals.report", "initiatives.take_part"},
    Role.COORDINATOR: _NETWORK | _EVALUATIONS | _IDEAS | _APPROACH | _READS_PLANS | _INVITED | {
        "signals.clock_status", "accounts.invite_key_figure", "keyfigures.decide",
    },
    Role.REPORT_OFFICIAL: _INVITED | {"signals.handle", "signals.intake", "accounts.absence"},
    Role.TEAM_LEAD: _INVITED | _READS_PLANS | {
        "signals.escalated", "signals.clock_status", "accounts.absence", "accounts.hand_over",
        "keyfigures.figures", "keyfigures.decide", "keyfigures.complaints", "evaluations.results", "initiatives.read", "approach.read", "approach.issue",
    },
    Role.POLICY_ADVISER: _INVITED | _APPROACH | _READS_PLANS | {"keyfigures.figures", "evaluations.results", "initiatives.read", "accounts.absence"},
    Role.BOARD: frozenset({"keyfigures.figures", "evaluations.results", "initiatives.read", "approach.read"}),  # figures, never persons
    Role.NEUTRAL_CHAIR: _INVITED | _READS_PLANS | {"meetings.chair", "meetings.report", "evaluations.assist"},  # only of the meetings that she leads
    Role.EVALUATOR: _READS_PLANS | {"evaluations.assist"},  # only of the evaluation in which she has a part, until its last day
    Role.PRIVACY_OFFICER: frozenset({"audit.read", "signals.clock_status", "keyfigures.data_requests", "keyfigures.register", "accounts.absence"}),
    Role.ADMINISTRATOR: frozenset({"accounts.administer", "accounts.invite", "accounts.hand_over", "keyfigures.settings"}),
}

# Somebody who calls key figures every week must not also judge what they report (domain R11).
EXCLUDING: frozenset[frozenset[str]] = frozenset(
    {frozenset({Role.COORDINATOR, Role.REPORT_OFFICIAL})},
)

# Who is a key figure, or may become one.
OF_KEY_FIGURES: frozenset[str] = frozenset({Role.CANDIDATE, Role.KEY_FIGURE})

# Nobody takes part in the network without her own confirmation (domain R7): these come by invitation, never by a change of roles.
BY_CONFIRMATION: frozenset[str] = frozenset({Role.CANDIDATE, Role.KEY_FIGURE})

# Chairs meetings from outside (lesson "extern neutraal voorzitter"): with any other role beside it she is no outsider any more.
FROM_OUTSIDE: tuple[str, ...] = (Role.NEUTRAL_CHAIR,)

# These sign in with a passkey or a code by mail; everybody else needs a second factor.
WITHOUT_SECOND_FACTOR = OF_KEY_FIGURES


def permissions_of(roles: Iterable[str]) -> frozenset[str]:
    """All that somebody with these roles may do."""
    return frozenset().union(*(PERMISSIONS[role] for role in roles))


def excluded_pair(roles: Iterable[str]) -> frozenset[str] | None:
    """The first pair among `roles` that excludes each other, or None."""
    held = frozenset(roles)
    return next((pair for pair in EXCLUDING if pair <= held), None)


def is_from_outside(roles: Iterable[str]) -> bool:
    """Holds no office here and is no key figure: leads meetings, and nothing else."""
    return frozenset(roles) == frozenset(FROM_OUTSIDE)


def holds_office(roles: Iterable[str]) -> bool:
    """Works for the municipality, whatever else she is."""
    return not (OF_KEY_FIGURES | {Role.NEUTRAL_CHAIR, Role.EVALUATOR}).issuperset(roles)


def roles_with(permission: str) -> list[str]:
    """The roles of which the table says that they may do this."""
    return [role for role in Role.values if permission in PERMISSIONS[role]]


def needs_second_factor(roles: Iterable[str]) -> bool:
    return not WITHOUT_SECOND_FACTOR.issuperset(roles)
