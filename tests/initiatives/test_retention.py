"""What is kept of initiatives is there on its last day and gone on the next."""

from datetime import timedelta

from audit.models import Entry
from initiatives.models.initiative import Initiative
from initiatives.models.task import Task
from keyfigures.actions import erasing
from tests.factories.initiatives import AT, InitiativeFactory, TaskFactory

DAY = timedelta(days=1)


def test_five_years_after_it_ended_it_goes_with_all_that_belongs_to_it_and_a_proof_without_content(robin, marieke):
    row = InitiativeFactory(owner=marieke, proposer=robin.member, answered=True, state="stopped", ended_at=AT)
    TaskFactory(initiative=row, done_at=AT)

    erasing.erase_expired(at=AT + 1824 * DAY)
    assert Initiative.objects.exists()
    erasing.erase_expired(at=AT + 1825 * DAY)

    assert not Initiative.objects.exists()
    assert not Task.objects.exists()
    proof = Entry.objects.get(subject_kind="initiatives.initiative")
    assert (proof.numbers, row.what in str(vars(proof))) == ({"rows": 1}, False)


def test_what_goes_on_or_waits_stays_however_old(robin, marieke):
    InitiativeFactory(owner=marieke, proposer=robin.member, running=True)
    InitiativeFactory(owner=marieke, proposer=robin.member)

    erasing.erase_expired(at=AT + 4000 * DAY)

    assert Initiative.objects.count() == 2
