"""The line that may not be crossed: nobody can read from our tables who knows whom, and no label asks what we may not know.

A network of people can be drawn from data in three ways, and each is looked for in all models:

1. a relation from a key figure to a key figure, in one step or through a table of pairs;
2. a row in which two people stand together: two keys to key figures, or a key to somebody whose part in it is not decided here;
3. a row that several key figures share ("hub"), such as a training: then sharing it must mean nothing about who knows whom.
"""

import re
from itertools import chain

import pytest
from django import forms
from django.apps import apps
from django.db import models
from django.test.utils import isolate_apps
from django.utils import translation

from tests.project.test_privacy import ROOT, WORDS_FORBIDDEN, our_apps, our_models

PERSON, MEMBER = "keyfigures.KeyFigure", "accounts.Membership"

# What rows of many key figures may share, and why it ties nobody to anybody.
HUBS = {
    "accounts.Municipality": "everybody of a municipality has it",
    "keyfigures.Area": "a part of the municipality that thousands live in; chosen by herself, counted only with suppression",
    "keyfigures.AgreementTemplate": "the same text for everybody",
    # A training is offered to all and chosen by each alone. Nobody is enrolled by or with another, no list of who takes part is
    # shown to another key figure, and a row knows only the training and her.
    "keyfigures.Course": "a public offer of the municipality; that two people follow it says no more than that two people live in one street",
    # Invited by the municipality by role, each by herself; no list of who comes is shown to another key figure (meetings.querysets).
    "meetings.Meeting": "an invitation of the municipality to many; that two people were invited says nothing about the one to the other",
    "meetings.DatePoll": "the same, before there is a date",
    "meetings.Tension": "a time in the municipality, without a word about people; who chose to mediate is called, each by herself",
    # Everybody active is asked, each by herself; nobody sees who else is, and what she answers is tied to nobody.
    "evaluations.Evaluation": "a round of questions to all; that two people are asked says no more than that both take part",
}
# Who stands behind each key to a member: somebody who works for the municipality, or the person herself whom the row is about.
# A new key makes this test fail until somebody decides; "another key figure" is no possible answer.
OFFICIAL, HERSELF, EITHER = "official", "herself", "official or herself"
BEHIND = {
    "accounts.Membership.deputy": OFFICIAL,
    "accounts.MembershipEvent.pgh_obj": HERSELF, "accounts.MembershipEvent.deputy": OFFICIAL,
    "accounts.Absence.member": OFFICIAL, "accounts.Absence.deputy": OFFICIAL,
    "accounts.Invitation.invited_by": OFFICIAL,
    "audit.Entry.actor": EITHER,
    "keyfigures.KeyFigure.member": HERSELF, "keyfigures.KeyFigure.contact_person": OFFICIAL,
    "keyfigures.StageStep.by": EITHER,
    "keyfigures.AgreementTemplate.written_by": OFFICIAL,
    "keyfigures.Agreement.begun_by": OFFICIAL, "keyfigures.Agreement.confirmed_by": OFFICIAL,
    "keyfigures.Payment.proposed_by": OFFICIAL, "keyfigures.Payment.decided_by": OFFICIAL,
    "keyfigures.Ask.asked_by": OFFICIAL,
    "keyfigures.ContactMoment.official": OFFICIAL, "keyfigures.ContactMoment.logged_by": EITHER,
    "keyfigures.HelpRequest.owner": OFFICIAL, "keyfigures.HelpMessage.author": EITHER,
    "keyfigures.Course.offered_by": OFFICIAL,
    "keyfigures.Recognition.given_by": OFFICIAL,
    "keyfigures.Reconsideration.raised_by": OFFICIAL, "keyfigures.Reconsideration.first_decider": OFFICIAL,
    "keyfigures.Reconsideration.second_decider": OFFICIAL,
    "keyfigures.SealedStatement.author": EITHER,
    "keyfigures.DataRequest.member": HERSELF, "keyfigures.DataRequest.handler": OFFICIAL,
    "keyfigures.PersonalTie.official": OFFICIAL,
    "keyfigures.Complaint.handler": OFFICIAL,
    "meetings.Meeting.organiser": OFFICIAL, "meetings.Meeting.chair": OFFICIAL,
    "meetings.Attendee.member": EITHER, "meetings.CalendarFeed.member": EITHER,
    "meetings.DatePoll.organiser": OFFICIAL, "meetings.DatePoll.chair": OFFICIAL, "meetings.PollInvitee.member": EITHER,
    "meetings.IndependenceDeclaration.chair": OFFICIAL,
    "meetings.AgendaItem.proposed_by": EITHER, "meetings.AgendaItem.answered_by": OFFICIAL,
    "meetings.ActionPoint.owner": EITHER,
    "meetings.Correction.by": EITHER, "meetings.Correction.decided_by": OFFICIAL,
    "meetings.Tension.begun_by": OFFICIAL, "meetings.TensionCall.caller": OFFICIAL,
    "evaluations.Version.published_by": OFFICIAL,
    "evaluations.Evaluation.owner": OFFICIAL,
    "evaluations.Guest.member": OFFICIAL, "evaluations.Guest.given_by": OFFICIAL,
    "evaluations.Participant.member": EITHER,
    "evaluations.Improvement.owner": OFFICIAL, "evaluations.InterviewTheme.written_by": OFFICIAL,
    "evaluations.PlanReading.evaluator": OFFICIAL, "evaluations.PlanOutcome.written_by": OFFICIAL,
    "initiatives.Initiative.proposer": HERSELF, "initiatives.Initiative.owner": OFFICIAL, "initiatives.Initiative.answered_by": OFFICIAL,
    "initiatives.Step.by": EITHER, "initiatives.Task.owner": OFFICIAL,
    "approach.Vision.written_by": OFFICIAL, "approach.Vision.recorded_by": OFFICIAL, "approach.Decision.written_by": OFFICIAL,
    "approach.Moment.owner": OFFICIAL, "approach.CouncilPromise.owner": OFFICIAL, "approach.LessonSetting.decided_by": OFFICIAL,
    "approach.Template.made_by": OFFICIAL, "approach.Report.begun_by": OFFICIAL, "approach.Report.offered_by": OFFICIAL,
    "approach.Report.issued_by": OFFICIAL, "approach.Comment.by": OFFICIAL,
    "evaluations.ProcessStep.written_by": OFFICIAL, "evaluations.EffectRequest.written_by": OFFICIAL,
    "notifications.Message.recipient": EITHER, "notifications.Preference.member": HERSELF,
    "signals.ConcernReport.reporter": HERSELF, "signals.ConcernReport.entered_by": OFFICIAL, "signals.ConcernReport.contact_person": OFFICIAL,
    "signals.ConcernReport.deputy": OFFICIAL,
    "signals.ReportEvent.actor": EITHER, "signals.SealedText.author": EITHER, "signals.Feedback.author": OFFICIAL, "signals.Feedback.approved_by": OFFICIAL,
    "signals.AccessGrant.member": OFFICIAL, "signals.AccessGrant.granted_by": OFFICIAL,
    "signals.ConcernDraft.member": EITHER,
    "terms.Clock.owner": OFFICIAL, "terms.Clock.waiter": HERSELF,
}


def keys_of(model):
    return [field for field in model._meta.get_fields() if field.is_relation and field.concrete and field.related_model is not None]


def label(field):
    return f"{field.model._meta.label}.{field.name}"


def everything(models_=None):
    """Our models and the tables of pairs that Django makes itself."""
    found = list(models_ if models_ is not None else our_models())
    return found + [field.remote_field.through for model in found for field in model._meta.many_to_many if field.remote_field.through._meta.auto_created]


def ties(model, person=PERSON):
    """Why this model ties people to each other; empty when it does not."""
    to_people = [field for field in keys_of(model) if field.related_model._meta.label == person]
    if model._meta.label == person:
        return [f"{label(field)}: a key figure leads to a key figure" for field in to_people]
    wrong = [f"{label(field)}: a row with many key figures in it" for field in to_people if field.many_to_many]
    if len(to_people) > 1:
        wrong.append(f"{model._meta.label}: two key figures stand in one row")
    if to_people:
        hubs = [field for field in keys_of(model) if field.related_model._meta.label not in {person, MEMBER, *HUBS}]
        wrong += [f"{label(field)}: rows of several key figures share this; is it a tie? (HUBS)" for field in hubs]
    return wrong


def test_no_model_ties_two_key_figures_to_each_other():
    assert list(chain.from_iterable(ties(model) for model in everything())) == []


def test_a_key_figure_herself_leads_only_to_what_everybody_may_share():
    targets = {field.related_model._meta.label for field in keys_of(apps.get_model(PERSON))}

    assert targets <= {MEMBER, *HUBS}


def test_what_is_shared_knows_nobody_but_who_works_for_the_municipality():
    """A training, a text, an area: no key from it to the people who have it."""
    for hub in HUBS:
        known = [field for field in keys_of(apps.get_model(hub)) if field.related_model._meta.label in {PERSON, MEMBER}]
        assert [label(field) for field in known if BEHIND.get(label(field)) != OFFICIAL] == []


def test_of_each_key_to_a_member_it_is_decided_who_stands_behind_it_and_never_another_key_figure():
    found = {label(field) for model in our_models() for field in keys_of(model) if field.related_model._meta.label == MEMBER}

    assert found - BEHIND.keys() == set()
    assert BEHIND.keys() - found == set()


def test_about_one_key_figure_at_most_one_member_is_herself():
    """Two keys to members in one row: only one of them can be a key figure."""
    for model in our_models():
        hers = [field for field in keys_of(model) if BEHIND.get(label(field)) == HERSELF]
        assert len(hers) <= 1, model._meta.label
        if hers:
            assert all(BEHIND[label(field)] in {OFFICIAL, HERSELF} for field in keys_of(model) if label(field) in BEHIND)


def test_no_list_of_row_numbers_hides_a_tie():
    """Arrays hold words from a list, never keys; JSON holds settings and figures."""
    arrays = {label(field) for model in our_models() for field in model._meta.get_fields() if hasattr(field, "base_field")}
    numbers = {
        label(field) for model in our_models() for field in model._meta.get_fields()
        if hasattr(field, "base_field") and not isinstance(field.base_field, models.CharField)
    }

    assert numbers == set()
    assert {name for name in arrays if name.startswith("keyfigures.")} == {
        "keyfigures.KeyFigure.network_roles", "keyfigures.KeyFigure.profile_types", "keyfigures.KeyFigure.offered_languages",
    }


@isolate_apps("tests")
def test_the_walk_finds_each_way_to_tie_people():
    """The measure itself, on models that must not be."""
    def made(name, **fields):
        return type(name, (models.Model,), {"__module__": __name__, "Meta": type("Meta", (), {"app_label": "tests"}), **fields})

    def key(to):
        return models.ForeignKey(to, on_delete=models.CASCADE, related_name="+")

    person = made("Person", knows=models.ManyToManyField("self"))
    friendship = made("Friendship", first=key(person), second=key(person))
    club = made("Club", members=models.ManyToManyField(person))
    visit = made("Visit", person=key(person), club=key(club))

    assert [model.__name__ for model in everything([person, friendship, club, visit]) if not ties(model, "tests.Person")] == []


# Labels


def in_both_languages(text):
    """As it stands in the code and as it is read on the screen."""
    with translation.override("en"):
        yield str(text)
    with translation.override("nl"):
        yield str(text)


def forbidden(text):
    return any(WORDS_FORBIDDEN.search(each) for each in in_both_languages(text))


def choices_of(field):
    for value, text in field.choices or ():
        yield from chain.from_iterable(text) if isinstance(text, list | tuple) else (value, text)


def labels_of_models():
    for model in our_models():
        yield model._meta.label, model._meta.verbose_name
        for field in model._meta.get_fields():
            if field.concrete and not field.auto_created:
                inner = getattr(field, "base_field", field)
                yield label(field), field.verbose_name
                yield from ((label(field), text) for text in choices_of(inner) if text)


def all_forms(kind=forms.BaseForm):
    for form in kind.__subclasses__():
        yield form
        yield from all_forms(form)


def labels_of_forms():
    for form in all_forms():
        if form.__module__.split(".")[0] in {config.name for config in our_apps()}:
            for name, field in getattr(form, "base_fields", {}).items():
                yield f"{form.__module__}.{form.__name__}.{name}", field.label or name
                choices = getattr(field, "choices", ())
                if not isinstance(field, forms.ModelChoiceField):
                    yield from ((f"{form.__name__}.{name}", text) for _value, text in choices if isinstance(text, str) or hasattr(text, "_proxy____args"))


# Where a template names a thing: a label handed to a component, a head of a table, a term of a list of facts, a legend.
LABELS = re.compile(
    r"""\{%\s*(?:translate|trans)\s+"([^"]+)"[^%]*as\s+\w*label\w*\s*%\}|label="([^"{]+)"|<(?:th|dt|legend|label)[^>]*>\s*(?:\{%\s*translate\s+"([^"]+)")""",
)


def labels_of_templates():
    for path in (ROOT / "templates").rglob("*.html"):
        for match in LABELS.finditer(path.read_text(encoding="utf-8")):
            yield str(path.relative_to(ROOT)), translation.gettext_lazy(next(each for each in match.groups() if each))


@pytest.mark.parametrize("labels", [labels_of_models, labels_of_forms, labels_of_templates])
def test_no_label_in_either_language_asks_what_may_not_be_known(labels):
    seen = list(labels())

    assert len(seen) > 50
    assert [(where, str(text)) for where, text in seen if forbidden(text)] == []


@pytest.mark.parametrize("text", ["Geloof", "Your religion", "Afkomst van de sleutelfiguur", "Political opinion", "Geboortedatum", "Gezondheid", "Wie kent wie?", "Nationaliteit", "Moskee"])
def test_the_block_list_of_words_bites(text):
    assert WORDS_FORBIDDEN.search(text)


@pytest.mark.parametrize("text", ["Rechtsextremisme", "Gebied", "Traffic", "Originele tekst", "Trace", "Kerkrade", "Support"])
def test_the_block_list_of_words_lets_ordinary_words_through(text):
    assert not WORDS_FORBIDDEN.search(text)
