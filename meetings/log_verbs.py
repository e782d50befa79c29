"""The words that this app adds to the log."""

from django.utils.translation import gettext_lazy as _

from audit import verbs
from meetings.kinds import Phase

NEEDS_READ = "meetings.needs_read"
NEEDS_ERASED = "meetings.needs_erased"
TAKEN_BACK = "meetings.invitation_taken_back"
PHASES = {phase: f"meetings.tension_{phase}" for phase in Phase.values}  # said of a tension
_SAID = {
    Phase.SIGNS: _("Said that there are signs of tension"),
    Phase.ACUTE: _("Said that tension happens now"),
    Phase.AFTERCARE: _("Said that it is calmer again"),
    Phase.OVER: _("Closed a time of tension"),
}


def register() -> None:
    verbs.register(NEEDS_READ, _("Read what people need for a meeting"))
    verbs.register(NEEDS_ERASED, _("Erased what people needed for a meeting"), counted={"rows": _("rows")})
    verbs.register(TAKEN_BACK, _("Took back an invitation to a meeting"))
    for phase, label in _SAID.items():
        verbs.register(PHASES[phase], label)
