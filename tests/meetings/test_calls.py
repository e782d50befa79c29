import pytest

from meetings.calls import divide

MARIEKE, PIM = 1, 2


def test_her_own_contact_person_calls_first():
    assert divide({11: PIM, 12: MARIEKE}, [MARIEKE, PIM]) == {11: PIM, 12: MARIEKE}


def test_who_has_no_contact_person_here_goes_to_whoever_calls_least():
    assert divide({11: MARIEKE, 12: None, 13: 99}, [MARIEKE, PIM]) == {11: MARIEKE, 12: PIM, 13: MARIEKE}


def test_nobody_calls_more_than_an_even_share_also_when_she_is_the_contact_person_of_all():
    chosen = divide(dict.fromkeys(range(11, 16), MARIEKE), [MARIEKE, PIM])

    assert sorted(chosen.values()) == [MARIEKE, MARIEKE, MARIEKE, PIM, PIM]


def test_who_has_calls_already_gets_fewer_new_ones():
    assert divide({11: None, 12: None}, [MARIEKE, PIM], load={MARIEKE: 2}) == {11: PIM, 12: PIM}


def test_who_knows_her_privately_does_not_call_her():
    assert divide({11: MARIEKE}, [MARIEKE, PIM], ties={(MARIEKE, 11)}) == {11: PIM}


def test_whom_nobody_may_call_is_left_out():
    assert divide({11: MARIEKE}, [MARIEKE], ties={(MARIEKE, 11)}) == {}


@pytest.mark.parametrize("people", [0, 1, 7])
def test_without_colleagues_one_calls_all(people):
    assert divide(dict.fromkeys(range(people)), [MARIEKE]) == dict.fromkeys(range(people), MARIEKE)
