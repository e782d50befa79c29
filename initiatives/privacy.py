"""Why we keep what we keep around initiatives."""

from django.utils.translation import gettext_lazy as _

from accounts.justification import About, Justification, Processing

_TASK = _("AVG art. 6(1)(e): the municipality's task in public safety and prevention")
_TRACE = _("AVG art. 5(2) and 32; BIO2 8.15: who did and saw what can be traced")
_ANON = _("none needed: nothing points to a person (AVG recital 26)")
_NONE = _("none needed")
_CONSENT = _("AVG art. 6(1)(a): consent, which can be taken back in one click")

_ALWAYS = _("as long as the municipality uses it; not about a person")
_STAYS = _("five years after it ended; then deleted by a job")
_HER = _("as long as she takes part; after that the idea stays without her")

FIELDS = {
    "InitiativeSettings.hidden_questions": Justification(purpose=_("which questions are not offered here"), basis=_NONE, keep=_ALWAYS),
    "CommunityQuestion.code": Justification(purpose=_("the short name of a question of the community"), basis=_NONE, keep=_ALWAYS),
    "CommunityQuestion.name": Justification(purpose=_("the name of a question of the community"), basis=_NONE, keep=_ALWAYS),
    "Initiative.proposer": Justification(purpose=_("who hears our answer, and whom to ask about the idea"), basis=_TASK, keep=_HER),
    "Initiative.what": Justification(purpose=_("what the idea is"), basis=_TASK, keep=_STAYS),
    "Initiative.for_whom": Justification(purpose=_("for whom the idea is, never about one person"), basis=_TASK, keep=_STAYS),
    "Initiative.needs": Justification(purpose=_("what is asked of us"), basis=_TASK, keep=_STAYS),
    "Initiative.question": Justification(purpose=_("which question of the community is behind it"), basis=_TASK, keep=_STAYS),
    "Initiative.owner": Justification(purpose=_("who owes the answer, and whom to call about it"), basis=_TASK, keep=_STAYS),
    "Initiative.reason": Justification(purpose=_("why we answer this"), basis=_TASK, keep=_STAYS),
    "Initiative.answered_by": Justification(purpose=_("who answered"), basis=_TRACE, keep=_STAYS),
    "Initiative.brought": Justification(purpose=_("what came of it, without persons"), basis=_TASK, keep=_STAYS),
    "Initiative.public_title": Justification(purpose=_("what everybody may read of it, without persons"), basis=_CONSENT, keep=_STAYS),
    "Initiative.public_text": Justification(purpose=_("what everybody may read of it, without persons"), basis=_CONSENT, keep=_STAYS),
    "Support.token": Justification(purpose=_("that nobody supports an idea twice; who it was cannot be read"), basis=_ANON, keep=_STAYS),
    "Step.text": Justification(purpose=_("what happens with the idea, without persons"), basis=_TASK, keep=_STAYS),
    "Step.by": Justification(purpose=_("who took the step"), basis=_TRACE, keep=_STAYS),
    "Task.what": Justification(purpose=_("what an official does"), basis=_TASK, keep=_STAYS),
    "Task.owner": Justification(purpose=_("who does it"), basis=_TASK, keep=_STAYS),
    "Task.dropped_because": Justification(purpose=_("why nobody does it"), basis=_TASK, keep=_STAYS),
}

PROCESSING = Processing(
    name=_("Initiatives"),
    goal=_("to answer ideas of the community in time, and to help them on"),
    whose=_("who files an idea; the officials who answer it"),
    receivers=_("the network, without the name of who filed it unless she chose to be known; everybody, only what she agreed to"),
    security=_("who files an idea is read by who answers it; nobody can read who supports an idea"),
)

ABOUT = {
    "Initiative": About(
        title=_("Ideas that you filed"), why=FIELDS["Initiative.proposer"], can_go=True, member=("proposer",), newest="filed_at",
    ),
}

NOT_ABOUT = {
    "InitiativeSettings": _("a setting of the municipality"),
    "CommunityQuestion": _("a setting of the municipality"),
    "Support": _("a number without a name; nothing leads from it to a person"),
    "Step": _("what happened with an idea; who took the step is counted"),
    "Task": _("what the municipality does; who does it is counted"),
}

LABELS = {
    "id": _("Number"),
    "uuid": _("Number"),
    "municipality": _("Municipality"),
    "proposer": _("Whose"),
    "filed_at": _("Filed"),
    "submission": _("Number of the form"),
    "answered_by": _("Answered by"),
    "answered_at": _("Answered"),
    "withdrawn_at": _("Withdrawn"),
    "state": _("State"),
    "ended_at": _("Ended"),
    "public_agreed_at": _("You agreed that everybody may read it"),
    "is_public": _("On the public page"),
    "edits": _("Number of changes"),
}
