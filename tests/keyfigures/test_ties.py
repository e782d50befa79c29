from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction

from audit.models import Entry
from keyfigures.actions import NotPossible, stages, ties
from keyfigures.models.ties import PersonalTie
from tests.factories.accounts import MembershipFactory
from tests.factories.keyfigures import AT, PersonalTieFactory


def test_who_says_that_she_knows_a_key_figure_has_a_tie_with_her_and_with_nobody_else(robin, sam, marieke, pim):
    ties.declare(robin, by=marieke, at=AT)

    assert ties.has_tie(marieke, robin)
    assert not ties.has_tie(marieke, sam)
    assert not ties.has_tie(pim, robin)
    with pytest.raises(NotPossible, match="Robin"):
        ties.check_no_tie(marieke, robin)


def test_who_begins_again_gets_a_contact_person_without_a_tie_while_there_is_one(robin, sam, marieke, pim):
    assert stages.least_busy(robin.member, at=AT) == pim  # Marieke has two key figures already
    ties.declare(robin, by=pim, at=AT)

    assert stages.least_busy(robin.member, at=AT) == marieke
    assert stages.least_busy(sam.member, at=AT) == pim

    ties.declare(robin, by=marieke, at=AT)
    assert stages.least_busy(robin.member, at=AT) == pim


def test_saying_it_twice_is_once_and_stands_in_the_log_about_her(robin, marieke):
    ties.declare(robin, by=marieke, at=AT)
    ties.declare(robin, by=marieke, at=AT)

    assert PersonalTie.objects.count() == 1
    assert list(Entry.objects.about("keyfigures.keyfigure", robin.uuid).values_list("verb", "actor")) == [("keyfigures.tie_declared", marieke.pk)]


def test_only_a_colleague_says_that_it_is_over(robin, marieke, pim):
    tie = ties.declare(robin, by=marieke, at=AT)

    with pytest.raises(NotPossible):
        ties.end(tie, by=marieke, at=AT)
    ties.end(tie, by=pim, at=AT + timedelta(days=1))

    assert not ties.has_tie(marieke, robin)


def test_an_official_who_is_a_key_figure_herself_decides_nothing_about_herself(robin):
    assert ties.has_tie(robin.member, robin)


def test_who_does_not_work_on_her_declares_and_ends_nothing(robin, sam, marieke, neighbour, waterveen):
    tie = PersonalTieFactory(key_figure=robin, official=marieke)
    adviser = MembershipFactory(policy_adviser=True, municipality=waterveen)

    for somebody in (neighbour, adviser, robin.member, sam.member):
        with pytest.raises(PermissionDenied):
            ties.declare(robin, by=somebody, at=AT)
        with pytest.raises(PermissionDenied):
            ties.end(tie, by=somebody, at=AT)


def test_she_and_who_decides_see_a_tie_and_others_do_not(robin, sam, marieke, pim, annemarie, neighbour, waterveen):
    tie = PersonalTieFactory(key_figure=robin, official=marieke)
    officer = MembershipFactory(privacy_officer=True, municipality=waterveen)

    assert all(list(PersonalTie.objects.visible_to(reader)) == [tie] for reader in (robin.member, marieke, pim, annemarie))
    assert not any(PersonalTie.objects.visible_to(reader).exists() for reader in (sam.member, neighbour, officer))


def break_it(tie, **values):
    with transaction.atomic():
        PersonalTie.objects.filter(pk=tie.pk).update(**values)
        connection.check_constraints()


def test_postgres_refuses_a_tie_that_cannot_be(robin, marieke, oeverland):
    tie = PersonalTieFactory(key_figure=robin, official=marieke)

    for values in ({"ended_at": AT - timedelta(days=1)}, {"municipality": oeverland}):
        with pytest.raises(IntegrityError):
            break_it(tie, **values)
