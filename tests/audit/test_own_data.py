import json
from datetime import timedelta

import pytest
from django.apps import apps

from accounts.justification import Person
from audit import log, own_data, reasons
from tests.factories.accounts import MembershipFactory, MunicipalityFactory
from tests.factories.keyfigures import AT, TODAY, KeyFigureFactory
from tests.factories.own_data import tell_all
from tests.project.test_privacy import PEOPLE, our_models

HERS, ANOTHERS = "van-robin", "van-sam"


@pytest.fixture
def robin_and_sam(db):
    """Everything there can be about both, with the same officials."""
    waterveen = MunicipalityFactory(name="Waterveen", may_store=True, second_reader=False)
    marieke, pim = (MembershipFactory(coordinator=True, municipality=waterveen, user__name=name) for name in ("Marieke", "Pim"))
    ilse = MembershipFactory(official=True, municipality=waterveen, user__name="Ilse")
    robin, sam = (KeyFigureFactory(municipality=waterveen, contact_person=marieke, member__user__name=name) for name in ("Robin Zuid", "Sam Noord"))
    tell_all(robin, official=marieke, colleague=pim, handler=ilse, mark=HERS)
    tell_all(sam, official=marieke, colleague=pim, handler=ilse, mark=ANOTHERS)
    return robin, sam


def person(figure):
    figure.member.refresh_from_db()
    return Person(municipality=figure.municipality, address=figure.member.user.email, member=figure.member)


def leads_to_a_person(model, seen=()):
    if model._meta.label in PEOPLE:
        return True
    above = {field.related_model for field in model._meta.get_fields() if field.is_relation and field.concrete and not field.auto_created} - {None, model, *seen}
    return any(leads_to_a_person(each, (*seen, model)) for each in above)


def test_every_table_that_leads_to_a_person_is_shown_to_her_or_says_why_not():
    known = {label for source in reasons.sources() for label in (*source.about, *source.not_about)}
    leading = {model._meta.label for model in apps.get_models() if leads_to_a_person(model)}

    assert leading - known == set()


def test_what_is_shown_and_what_is_not_exist_and_exclude_each_other():
    shown = {label for source in reasons.sources() for label in source.about}
    not_shown = {label for source in reasons.sources() for label in source.not_about}

    assert shown & not_shown == set()
    assert {label for label in shown | not_shown if not apps.get_model(label)} == set()


def test_every_field_that_is_shown_has_a_name_in_the_language_of_the_reader_and_every_way_exists():
    nameless = [
        f"{model._meta.label}.{field.name}"
        for source, model, about in own_data.all_about()
        for field in own_data.fields_of(model)
        if not reasons.has_label(source, field)
    ]
    unknown = [
        f"{model._meta.label}.{name}"
        for _source, model, about in own_data.all_about()
        for name in (*about.opened, *about.withheld)
        if name not in {field.name for field in own_data.fields_of(model)}
    ]

    assert nameless == []
    assert unknown == []


def test_every_personal_field_of_every_model_is_in_her_data_or_counted():
    """Each personal field of a model that leads to a person stands in a group, or is a key that is counted."""
    grouped = {model for _source, model, _about in own_data.all_about()}
    counted = {(model, field.name) for _source, model, field, _ways in own_data.name_fields()}
    missing = [
        f"{model._meta.label}.{field.name}"
        for model in our_models()
        if leads_to_a_person(model) and model not in grouped
        for field in own_data.fields_of(model)
        if field.is_relation and field.related_model._meta.label in PEOPLE and (model, field.name) not in counted
    ]

    assert missing == []


def test_she_reads_a_row_of_every_kind_with_every_field_of_it(robin_and_sam):
    robin, _sam = robin_and_sam

    data = own_data.collect(person(robin), today=TODAY)

    groups = {group.model: group for group in data.groups}
    assert [label for source in reasons.sources() for label in source.about if label not in groups] == []
    for _source, model, _about in own_data.all_about():
        read = [value.name for value in groups[model._meta.label].rows[0]]
        assert read == [field.name for field in own_data.fields_of(model)]


def test_every_text_that_was_written_about_her_is_in_it_also_when_it_is_sealed(robin_and_sam):
    robin, _sam = robin_and_sam

    read = json.dumps([[vars(value) for value in row] for group in own_data.collect(person(robin), today=TODAY).groups for row in group.rows])

    for text in (
        "eigen woorden", "avond", "ochtend", "taal", "Wijk", "rol", "interesse", "genodigde", "zij verwacht", "wij verwachten", "hulpvraag", "bericht",
        "training", "verzoek", "gevolg", "dank", "naam", "feit", "klacht", "klopt niet", "gezien", "vraag", "weet niet", "meelezen", "concept",
        "sso", "uid", "Firefox", "ding", "veld", "reden", "/pad/",
    ):
        assert f"{text}{HERS}"[:20] in read or f"{text} {HERS}" in read or f"{text}{HERS}/" in read, text


def test_secrets_and_what_may_say_something_about_another_are_named_but_not_shown(robin_and_sam):
    robin, _sam = robin_and_sam

    data = own_data.collect(person(robin), today=TODAY)

    withheld = {(group.model, value.name) for group in data.groups for row in group.rows for value in row if value.withheld}
    assert withheld == {
        ("accounts.User", "password"), ("mfa.Authenticator", "data"), ("usersessions.UserSession", "session_key"),
        ("signals.ConcernReport", "outcome"), ("signals.ConcernReport", "handed_to"), ("signals.ReportEvent", "detail"),
        ("evaluations.Participant", "code_digest"),
    }
    assert f"geheim {HERS}" not in str(data)
    assert f"sleutel{HERS}" not in str(data)
    assert "notitie over een ander" not in str(data)


def test_nothing_of_another_key_figure_is_in_it(robin_and_sam):
    robin, sam = robin_and_sam

    read = str(own_data.collect(person(robin), today=TODAY))

    assert HERS in read
    assert ANOTHERS not in read
    assert sam.name not in read
    assert sam.member.user.email not in read
    assert str(sam.uuid) not in read


def test_an_official_reads_where_her_name_stands_and_nothing_about_those_with_whom_she_worked(robin_and_sam):
    robin, _sam = robin_and_sam
    marieke = robin.contact_person

    data = own_data.collect(Person(municipality=marieke.municipality, address=marieke.user.email, member=marieke), today=TODAY)

    counts = {(each.model, each.field): each.count for each in data.named}
    assert counts["keyfigures.ContactMoment", reasons_label("keyfigures.ContactMoment", "official")] == 2
    assert counts["keyfigures.KeyFigure", reasons_label("keyfigures.KeyFigure", "contact_person")] == 2
    hers_alone = [group for group in data.groups if group.model != "audit.Entry"]
    assert not any(word in str((hers_alone, data.named, data.seen)) for word in (HERS, ANOTHERS, "Robin", "Sam"))


def reasons_label(label, name):
    source = next(each for each in reasons.sources() if each.app == label.split(".")[0])
    return reasons.label_of(source, apps.get_model(label)._meta.get_field(name))


def test_she_reads_who_looked_and_why_and_not_that_she_looked_herself(robin_and_sam):
    robin, _sam = robin_and_sam

    seen = own_data.collect(person(robin), today=TODAY).seen

    assert {(each.who.split(",")[0], each.reason) for each in seen if each.reason} == {("Marieke", f"kijkreden {HERS}"), ("Ilse", f"openreden {HERS}")}


def test_she_reads_that_a_list_in_which_she_may_stand_was_taken_out(robin_and_sam):
    robin, _sam = robin_and_sam
    pim = robin.contact_person
    elsewhere = MembershipFactory(coordinator=True, user__name="Els")
    for by, at in ((pim, AT), (elsewhere, AT), (pim, AT - timedelta(days=2000)), (robin.member, AT)):
        log.record("audit.exported", at=at, actor=by, kind="keyfigures.keyfigure", numbers={"rows": 2})

    seen = own_data.collect(person(robin), today=TODAY).seen

    assert [(each.who.split(",")[0], each.at) for each in seen if each.what == "Haalde een lijst uit de applicatie"] == [("Marieke", AT)]


def test_who_did_not_confirm_yet_reads_what_her_address_is_kept_for(robin_and_sam):
    robin, _sam = robin_and_sam

    data = own_data.collect(Person(municipality=robin.municipality, address=robin.member.user.email.upper()), today=TODAY)

    assert [group.model for group in data.groups] == ["accounts.Invitation", "keyfigures.Interest"]
    assert ANOTHERS not in str(data)


@pytest.mark.parametrize("times", [1, 3])
def test_the_number_of_statements_does_not_grow_with_the_number_of_rows(robin_and_sam, django_assert_num_queries, times):
    robin, _sam = robin_and_sam
    for _time in range(times - 1):
        robin.steps.create(to_stage="active", by=robin.contact_person, at=AT)
        robin.contacts.create(
            municipality=robin.municipality, official=robin.contact_person, logged_by=robin.contact_person, logged_at=AT, on=TODAY, how="call",
            occasion="quiet", topic="help",
        )
    whose = person(robin)

    with django_assert_num_queries(61):
        own_data.collect(whose, today=TODAY, rows=50)


def test_a_list_of_newest_says_how_many_there_are(robin_and_sam):
    robin, _sam = robin_and_sam
    for _time in range(3):
        robin.steps.create(to_stage="active", by=robin.contact_person, at=AT)

    steps = next(group for group in own_data.collect(person(robin), today=TODAY, rows=2).groups if group.model == "keyfigures.StageStep")

    assert (steps.count, len(steps.rows), steps.has_more) == (4, 2, True)
