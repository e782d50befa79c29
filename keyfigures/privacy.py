"""Why we keep what we keep about key figures."""

from django.utils.translation import gettext_lazy as _

from accounts.justification import Justification

_TASK = _("AVG art. 6(1)(e): the municipality's task in public safety and prevention")
_CHOSEN = _("AVG art. 6(1)(e), as she chose to tell it herself; empty is fine, and she can take it out at any moment")
_TRACE = _("AVG art. 5(2) and 32; BIO2 8.15: who did and saw what can be traced")
_INTEGRITY = _("AVG art. 6(1)(e): no assignment to a relation")
_AWB = _("Awb chapter 9: a complaint is handled by somebody else than it is about")
_AVG12 = _("AVG art. 12 to 22: the rights of the person herself")
_ANON = _("none needed: nothing points to a person (AVG recital 26)")
_NONE = _("none needed")

_PROFILE = _("a year after the cooperation ended; then erased by a job")
_INTEREST = _("30 days, or until she confirms; then deleted by a job")
_AGREEMENT = _("five years after it ended; then deleted by a job")
_CONTACT = _("two years; then deleted by a job")
_HELP = _("two years after it was closed; then deleted by a job")
_UNTIL_TAKEN_BACK = _("until she takes it back, or two years; then deleted by a job")
_MONEY = _("seven years, as the tax law asks (AWR art. 52); then deleted by a job")
_TIE = _("a year after it ended; then deleted by a job")
_YEAR = _("a year after the outcome; then erased by a job")
_STAYS = _("as long as the municipality takes part")

FIELDS = {
    # figure
    "KeyFigure.member": Justification(purpose=_("who takes part"), basis=_TASK, keep=_PROFILE),
    "KeyFigure.contact_person": Justification(purpose=_("who owes her the promises"), basis=_TASK, keep=_PROFILE),
    "KeyFigure.good_times": Justification(purpose=_("when she likes to be called"), basis=_CHOSEN, keep=_PROFILE),
    "KeyFigure.not_times": Justification(purpose=_("when not to call; only if she gave it"), basis=_CHOSEN, keep=_PROFILE),
    "KeyFigure.areas": Justification(purpose=_("where she is active; chosen by herself, never an address"), basis=_CHOSEN, keep=_PROFILE),
    "KeyFigure.network_roles": Justification(purpose=_("what she wants to do; sharing concerns is off unless she chose it"), basis=_CHOSEN, keep=_PROFILE),
    "KeyFigure.profile_types": Justification(purpose=_("the mix of the network; chosen by herself"), basis=_CHOSEN, keep=_PROFILE),
    "KeyFigure.offered_languages": Justification(
        purpose=_("in which languages she offers to help; in no list, figure or export"), basis=_CHOSEN, keep=_PROFILE,
    ),
    "KeyFigure.own_words": Justification(purpose=_("about her networks, in her own words; not searched, not exported"), basis=_CHOSEN, keep=_PROFILE),
    "KeyFigure.stage_since": Justification(purpose=_("since when she is in this stage"), basis=_TASK, keep=_PROFILE),
    "KeyFigure.joined_on": Justification(purpose=_("since when she is active"), basis=_TASK, keep=_PROFILE),
    "KeyFigure.paused_until": Justification(purpose=_("until when she pauses"), basis=_TASK, keep=_PROFILE),
    "KeyFigure.expected_end": Justification(purpose=_("to look for somebody after her in time"), basis=_CHOSEN, keep=_PROFILE),
    "KeyFigure.ended_on": Justification(purpose=_("from when her data is kept no longer than needed"), basis=_TASK, keep=_PROFILE),
    "KeyFigure.profile_changed_on": Justification(purpose=_("so that both know how old it is"), basis=_TASK, keep=_PROFILE),
    "KeyFigure.last_quiet_contact_on": Justification(purpose=_("whom we did not speak for too long"), basis=_TASK, keep=_PROFILE),
    "KeyFigure.last_thanked_on": Justification(purpose=_("whom we did not thank for too long"), basis=_TASK, keep=_PROFILE),
    "KeyFigure.knows_process_on": Justification(purpose=_("that she knows how to share a concern"), basis=_TASK, keep=_PROFILE),
    "StageStep.by": Justification(purpose=_("who took a step"), basis=_TRACE, keep=_PROFILE),
    "Interest.name": Justification(purpose=_("to greet who wants to take part"), basis=_CHOSEN, keep=_INTEREST),
    "Interest.email": Justification(purpose=_("to ask her to confirm"), basis=_CHOSEN, keep=_INTEREST),
    "Interest.area": Justification(purpose=_("where she is active; may stay empty"), basis=_CHOSEN, keep=_INTEREST),
    "Interest.at": Justification(purpose=_("to let it expire"), basis=_TASK, keep=_INTEREST),
    "Interest.expires_at": Justification(purpose=_("to let it expire"), basis=_TASK, keep=_INTEREST),
    # agreement
    "AgreementTemplate.goal": Justification(purpose=_("a text of the municipality, not about a person"), basis=_NONE, keep=_STAYS),
    "AgreementTemplate.role": Justification(purpose=_("a text of the municipality, not about a person"), basis=_NONE, keep=_STAYS),
    "AgreementTemplate.expectations": Justification(purpose=_("a text of the municipality, not about a person"), basis=_NONE, keep=_STAYS),
    "AgreementTemplate.concerns": Justification(purpose=_("a text of the municipality, not about a person"), basis=_NONE, keep=_STAYS),
    "AgreementTemplate.stopping": Justification(purpose=_("a text of the municipality, not about a person"), basis=_NONE, keep=_STAYS),
    "AgreementTemplate.reconsideration": Justification(purpose=_("a text of the municipality, not about a person"), basis=_NONE, keep=_STAYS),
    "AgreementTemplate.written_by": Justification(purpose=_("who wrote this version"), basis=_TRACE, keep=_STAYS),
    "Agreement.her_words": Justification(purpose=_("what she expects of the cooperation"), basis=_TASK, keep=_AGREEMENT),
    "Agreement.our_words": Justification(purpose=_("what the municipality expects; she reads and confirms it"), basis=_TASK, keep=_AGREEMENT),
    "Agreement.begun_by": Justification(purpose=_("who began this version"), basis=_TRACE, keep=_AGREEMENT),
    "Agreement.confirmed_by": Justification(purpose=_("who confirmed for the municipality"), basis=_TRACE, keep=_AGREEMENT),
    # contact
    "ContactMoment.official": Justification(purpose=_("who spoke for the municipality"), basis=_TASK, keep=_CONTACT),
    "ContactMoment.logged_by": Justification(purpose=_("who wrote the line"), basis=_TRACE, keep=_CONTACT),
    # help
    "HelpRequest.owner": Justification(purpose=_("who owes her the answer"), basis=_TASK, keep=_HELP),
    "HelpRequest.text": Justification(purpose=_("what she asks"), basis=_TASK, keep=_HELP),
    "HelpMessage.author": Justification(purpose=_("who said it"), basis=_TASK, keep=_HELP),
    "HelpMessage.text": Justification(purpose=_("the conversation about her question"), basis=_TASK, keep=_HELP),
    # learning
    "Course.title": Justification(purpose=_("what is offered"), basis=_NONE, keep=_CONTACT),
    "Course.about": Justification(purpose=_("what is offered"), basis=_NONE, keep=_CONTACT),
    "Course.place": Justification(purpose=_("where it is"), basis=_NONE, keep=_CONTACT),
    "Course.offered_by": Justification(purpose=_("whom to ask about it"), basis=_TASK, keep=_CONTACT),
    # asking
    "Ask.asked_by": Justification(purpose=_("who asks her something"), basis=_TASK, keep=_HELP),
    "Ask.text": Justification(purpose=_("what she is asked"), basis=_TASK, keep=_HELP),
    "Ask.result": Justification(purpose=_("what was done with her help"), basis=_TASK, keep=_HELP),
    # recognition
    "Recognition.text": Justification(purpose=_("words of thanks to her"), basis=_TASK, keep=_HELP),
    "Recognition.given_by": Justification(purpose=_("who thanks her"), basis=_TASK, keep=_HELP),
    "Recognition.public_name": Justification(purpose=_("her name as she wants it seen; only when she chose so"), basis=_CHOSEN, keep=_UNTIL_TAKEN_BACK),
    # allowance
    "AllowanceMaximum.source": Justification(purpose=_("where the maxima of the year stand"), basis=_NONE, keep=_STAYS),
    "Payment.proposed_by": Justification(purpose=_("who proposed an allowance"), basis=_TRACE, keep=_MONEY),
    "Payment.decided_by": Justification(purpose=_("who decided it: another one"), basis=_TRACE, keep=_MONEY),
    "PersonalTie.official": Justification(purpose=_("who said that she knows a key figure privately"), basis=_INTEGRITY, keep=_TIE),
    # reconsideration
    "Reconsideration.raised_by": Justification(purpose=_("who raised the question"), basis=_TRACE, keep=_YEAR),
    "Reconsideration.first_decider": Justification(purpose=_("who decided"), basis=_TRACE, keep=_YEAR),
    "Reconsideration.second_decider": Justification(purpose=_("who decided with her"), basis=_TRACE, keep=_YEAR),
    "SealedStatement.author": Justification(purpose=_("who wrote it, for who reads it"), basis=_TRACE, keep=_YEAR),
    "SealedStatement.sealed": Justification(purpose=_("the question, her own reading and the reason; encrypted per text"), basis=_TASK, keep=_YEAR),
    "SealedStatement.key_id": Justification(purpose=_("with which key it is sealed"), basis=_TRACE, keep=_YEAR),
    # treatment
    "Complaint.handler": Justification(purpose=_("who owes her the answer, outside the coordinator"), basis=_AWB, keep=_YEAR),
    # rights
    "DataRequest.member": Justification(purpose=_("who asks about her own data"), basis=_AVG12, keep=_YEAR),
    "DataRequest.handler": Justification(purpose=_("who owes the answer"), basis=_AVG12, keep=_YEAR),
    "DataRequest.text": Justification(purpose=_("what it is about"), basis=_AVG12, keep=_YEAR),
    "DataRequest.answer": Justification(purpose=_("the answer"), basis=_AVG12, keep=_YEAR),
    # background
    "BackgroundAnswer.question": Justification(purpose=_("which question: a code"), basis=_ANON, keep=_STAYS),
    "BackgroundAnswer.answer": Justification(purpose=_("which answer: a code"), basis=_ANON, keep=_STAYS),
    # settings
    "NetworkSettings.join_text": Justification(purpose=_("a setting of the municipality, not about a person"), basis=_NONE, keep=_STAYS),
    "NetworkSettings.hidden_roles": Justification(purpose=_("a setting of the municipality, not about a person"), basis=_NONE, keep=_STAYS),
    "NetworkSettings.legal_basis": Justification(purpose=_("a setting of the municipality, not about a person"), basis=_NONE, keep=_STAYS),
    "NetworkSettings.complaint_name": Justification(purpose=_("a setting of the municipality, not about a person"), basis=_NONE, keep=_STAYS),
    "NetworkSettings.complaint_phone": Justification(purpose=_("a setting of the municipality, not about a person"), basis=_NONE, keep=_STAYS),
    "NetworkSettings.complaint_email": Justification(purpose=_("a setting of the municipality, not about a person"), basis=_NONE, keep=_STAYS),
    "Area.name": Justification(purpose=_("a part of the municipality"), basis=_NONE, keep=_STAYS),
    "NetworkRole.code": Justification(purpose=_("a role that can be chosen"), basis=_NONE, keep=_STAYS),
    "NetworkRole.name": Justification(purpose=_("a role that can be chosen"), basis=_NONE, keep=_STAYS),
}
