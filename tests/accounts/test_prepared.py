from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import Count, OuterRef, Q, Subquery

from accounts import history
from accounts.models import Absence, Membership, User
from accounts.prepared import Given, Prepared, PreparedInsert
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


class TestPlanKept:
    """Postgres keeps the plan of a question that came more often than `prepare_threshold` on its connection."""

    def kept(self, part):
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE %s", [f"%{part}%"])
            return cursor.fetchone()[0]

    def test_of_a_question_that_comes_often(self):
        person = UserFactory(name="Fatima")
        assert [named(name="Fatima") for _each in range(8)] == [[person]] * 8
        assert self.kept('"accounts_user"."name" = ($1)') == 1

    def test_of_rows_that_are_written_often(self):
        insert = PreparedInsert(User)
        for number in range(8):
            insert([User(email=f"{number}@voorbeeld.example", name="Fatima")])
        assert self.kept('INSERT INTO "accounts_user"') == 1

    def test_where_a_change_is_followed_the_question_is_an_ordinary_one(self):
        """Who follows changes writes a command before a statement, and Postgres prepares one command only."""
        either = Prepared(lambda: User.objects.filter(name=Given("one")).values_list("name").union(User.objects.filter(name=Given("other")).values_list("name")))
        UserFactory(name="Fatima")
        with history.by(None, verb="test"):
            assert [either(one="Fatima", other="Farida") for _each in range(8)] == [[("Fatima",)]] * 8

    def test_a_column_that_came_with_an_upgrade_does_not_break_it(self):
        person = UserFactory(name="Fatima")
        for _each in range(8):
            named(name="Fatima")
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE accounts_user ADD COLUMN nickname text NOT NULL DEFAULT ''")
        assert named(name="Fatima") == [person]


class TestInsert:
    insert = staticmethod(PreparedInsert(User))
    insert_new = staticmethod(PreparedInsert(User, ignore_conflicts=True))

    def people(self, number):
        return [User(email=f"{each}@voorbeeld.example", name=f"100%s'; -- {each}") for each in range(number)]

    @pytest.mark.parametrize("number", [1, 3, PreparedInsert.FEW, PreparedInsert.FEW + 1])
    def test_rows_get_their_keys_and_stand_there_as_they_were(self, number):
        people = self.people(number)
        self.insert(people)
        kept = User.objects.in_bulk([person.pk for person in people])
        assert [(kept[person.pk].email, kept[person.pk].name, kept[person.pk].is_active) for person in people] == [
            (f"{each}@voorbeeld.example", f"100%s'; -- {each}", True) for each in range(number)
        ]

    def test_a_row_can_be_changed_after_that(self):
        (person,) = people = self.people(1)
        self.insert(people)
        person.name = "Fatima"
        person.save()
        assert User.objects.get().name == "Fatima"

    def test_nothing_without_rows(self, django_assert_num_queries):
        with django_assert_num_queries(0):
            self.insert([])

    def test_one_statement(self, django_assert_num_queries):
        with django_assert_num_queries(1):
            self.insert(self.people(3))

    def test_what_is_there_is_an_error_and_nothing_is_written(self):
        first, *others = self.people(3)
        first.save()
        with pytest.raises(IntegrityError), transaction.atomic():
            self.insert([*others, User(email=first.email)])
        assert User.objects.count() == 1

    def test_what_is_there_stays_where_conflicts_are_no_matter(self):
        first, *others = self.people(3)
        first.save()
        self.insert_new([*others, User(email=first.email, name="another")])
        assert User.objects.count() == 3
        assert User.objects.get(email=first.email).name == first.name
