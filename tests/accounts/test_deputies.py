from datetime import date

import pytest

from accounts.deputies import candidates, deputy_of, stand_in, team_lead_of
from tests.factories.accounts import AbsenceFactory, MembershipFactory, MunicipalityFactory

pytestmark = pytest.mark.django_db
TUESDAY = date(2026, 6, 9)
AFTER = date(2026, 6, 13)


@pytest.fixture
def municipality():
    return MunicipalityFactory()


@pytest.fixture
def officials(municipality):
    return [
        MembershipFactory(official=True, municipality=municipality, user__name=name)
        for name in ("Anna", "Bo", "Chris", "Dani", "Eva")
    ]


def away(member, deputy):
    return AbsenceFactory(member=member, deputy=deputy, first_date=date(2026, 6, 8), last_date=date(2026, 6, 12))


def test_who_is_there_stands_for_herself(officials):
    assert stand_in(officials[0], on=TUESDAY) == officials[0]


@pytest.mark.parametrize(("day", "who"), [(date(2026, 6, 7), 0), (date(2026, 6, 8), 1), (date(2026, 6, 12), 1), (AFTER, 0)])
def test_the_deputy_takes_over_on_the_first_and_last_day_and_not_outside(officials, day, who):
    away(officials[0], officials[1])

    assert stand_in(officials[0], on=day) == officials[who]


def test_a_deputy_who_is_away_hands_on_to_hers(officials):
    away(officials[0], officials[1])
    away(officials[1], officials[2])

    assert stand_in(officials[0], on=TUESDAY) == officials[2]


def test_a_chain_of_three_is_followed_and_of_four_is_not(officials):
    away(officials[0], officials[1])
    away(officials[1], officials[2])
    away(officials[2], officials[3])
    assert stand_in(officials[0], on=TUESDAY) == officials[3]

    away(officials[3], officials[4])
    assert stand_in(officials[0], on=TUESDAY) == officials[0]


def test_two_who_stand_in_for_each_other_do_not_go_round(officials):
    away(officials[0], officials[1])
    away(officials[1], officials[0])

    assert stand_in(officials[0], on=TUESDAY) == officials[0]


def test_a_deputy_who_left_is_skipped_for_the_standing_one(municipality, officials):
    gone = MembershipFactory(official=True, left=True, municipality=municipality)
    officials[0].deputy = officials[2]
    officials[0].save()
    away(officials[0], gone)

    assert stand_in(officials[0], on=TUESDAY) == officials[2]


def test_somebody_who_left_is_stood_in_for_by_her_standing_deputy(municipality, officials):
    gone = MembershipFactory(official=True, left=True, municipality=municipality, deputy=officials[1])

    assert stand_in(gone, on=TUESDAY) == officials[1]


def test_somebody_who_left_without_deputy_stays_the_answer(municipality):
    gone = MembershipFactory(official=True, left=True, municipality=municipality)

    assert stand_in(gone, on=TUESDAY) == gone


def test_the_deputy_is_the_one_of_today_before_the_standing_one(officials):
    officials[0].deputy = officials[2]
    officials[0].save()
    assert deputy_of(officials[0], on=TUESDAY) == officials[2]

    away(officials[0], officials[1])
    assert deputy_of(officials[0], on=TUESDAY) == officials[1]


def test_without_chosen_deputy_it_is_a_colleague_who_is_there(officials):
    away(officials[1], officials[2])

    assert deputy_of(officials[0], on=TUESDAY) == officials[2]


def test_nobody_of_another_municipality_or_with_fewer_rights_is_deputy(municipality):
    alone = MembershipFactory(official=True, municipality=municipality)
    MembershipFactory(official=True)
    MembershipFactory(key_figure=True, municipality=municipality)
    MembershipFactory(official=True, left=True, municipality=municipality)

    assert candidates(alone, on=TUESDAY) == []
    assert deputy_of(alone, on=TUESDAY) is None


def test_the_team_lead_is_the_first_who_is_there(municipality):
    first = MembershipFactory(team_lead=True, municipality=municipality)
    second = MembershipFactory(team_lead=True, municipality=municipality)
    MembershipFactory(team_lead=True)
    assert team_lead_of(municipality, on=TUESDAY) == first

    AbsenceFactory(member=first, deputy=MembershipFactory(official=True, municipality=municipality))
    assert team_lead_of(municipality, on=TUESDAY) == second


def test_the_only_team_lead_who_is_away_is_stood_in_for(municipality):
    only = MembershipFactory(team_lead=True, municipality=municipality)
    deputy = MembershipFactory(team_lead=False, official=True, municipality=municipality)
    AbsenceFactory(member=only, deputy=deputy)

    assert team_lead_of(municipality, on=TUESDAY) == deputy


def test_a_municipality_without_team_lead_has_none(municipality):
    assert team_lead_of(municipality, on=TUESDAY) is None
