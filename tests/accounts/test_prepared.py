from datetime import date, timedelta

import pytest
from django.db.models import Count, OuterRef, Q, Subquery

from accounts.models import Absence, Membership, User
from accounts.prepared import Given, Prepared
from tests.factories.accounts import MembershipFactory, UserFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 6, 9)

of_person = Prepared(lambda: Membership.objects.filter(user=Given("user")).active_on(Given("day")).select_related("municipality").order_by("pk"))
named = Prepared(lambda: User.objects.filter(name=Given("name")).order_by("pk"))
names_and_mails = Prepared(lambda: User.objects.filter(pk=Given("key")).values_list("name", "email"))


def test_each_time_the_rows_of_the_values_given_then():
    one, other = MembershipFactory(start_date=TODAY), MembershipFactory(start_date=TODAY)
    assert of_person(user=one.user_id, day=TODAY) == [one]
    assert of_person(user=other.user_id, day=TODAY) == [other]
    assert of_person(user=one.user_id, day=TODAY - timedelta(days=1)) == []


def test_what_changed_since_is_seen():
    person = UserFactory(name="Fatima")
    assert named(name="Fatima") == [person]
    User.objects.filter(pk=person.pk).update(name="Farida")
    assert named(name="Fatima") == []


def test_related_rows_come_along(django_assert_num_queries):
    member = MembershipFactory(start_date=TODAY)
    with django_assert_num_queries(1):
        found = of_person(user=member.user_id, day=TODAY)
        assert found[0].municipality.name == member.municipality.name


def test_text_is_a_value_and_never_a_part_of_the_question():
    person = UserFactory(name="100%s'; --")
    UserFactory(name="somebody else")
    assert named(name="100%s'; --") == [person]
    assert named(name="' OR true; --") == []


def test_columns_alone():
    person = UserFactory(name="Fatima", email="fatima@voorbeeld.example")
    assert names_and_mails(key=person.pk) == [("Fatima", "fatima@voorbeeld.example")]


def test_a_value_inside_a_question_inside():
    present, absent = MembershipFactory(start_date=TODAY), MembershipFactory(start_date=TODAY)
    Absence.objects.create(
        member=absent, municipality=absent.municipality, first_date=TODAY, last_date=TODAY, deputy=MembershipFactory(municipality=absent.municipality),
    )
    days = Absence.objects.filter(member=OuterRef("pk"), last_date__gte=Given("day")).order_by().values("member").annotate(days=Count("pk")).values("days")
    ask = Prepared(lambda: Membership.objects.filter(Q(pk=Given("one")) | Q(pk=Given("other"))).annotate(days=Subquery(days)).order_by("pk"))
    told = {member.pk: member.days for member in ask(one=present.pk, other=absent.pk, day=TODAY)}
    assert told == {present.pk: None, absent.pk: 1}


def test_a_value_that_was_forgotten_is_an_error():
    with pytest.raises(KeyError):
        named()
