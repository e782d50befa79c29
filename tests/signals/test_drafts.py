import base64
from datetime import timedelta
from uuid import uuid4

from signals import drafts
from signals.models import ConcernDraft
from tests.factories.signals import AT, SECRET

MINUTE = timedelta(minutes=1)


def test_what_was_typed_is_kept_sealed_for_half_an_hour_after_the_last_word(noor):
    drafts.save(noor, "write", answers={"saw": SECRET}, at=AT)
    drafts.save(noor, "write", answers={"saw": SECRET, "where": "Markt"}, at=AT + 20 * MINUTE)

    draft = drafts.load(noor, "write", at=AT + 49 * MINUTE)
    assert draft.answers == {"saw": SECRET, "where": "Markt"}
    assert drafts.load(noor, "write", at=AT + 50 * MINUTE) is None
    assert SECRET.encode() not in bytes(ConcernDraft.objects.get().sealed)


def test_it_is_hers_alone_and_of_one_place(noor, ilse):
    drafts.save(noor, "write", answers={"saw": SECRET}, at=AT)

    assert drafts.load(ilse, "write", at=AT) is None
    assert drafts.load(noor, "talk", at=AT) is None


def test_copied_to_somebody_else_it_does_not_open(noor, ilse):
    drafts.save(noor, "write", answers={"saw": SECRET}, at=AT)
    ConcernDraft.objects.update(member=ilse)

    assert drafts.load(ilse, "write", at=AT) is None


def test_a_draft_keeps_its_submission_and_a_new_one_has_another(noor):
    drafts.save(noor, "write", answers={}, at=AT)
    first = drafts.load(noor, "write", at=AT).submission
    drafts.save(noor, "write", answers={"saw": "x"}, at=AT + MINUTE)
    assert drafts.load(noor, "write", at=AT + MINUTE).submission == first

    drafts.save(noor, "write", answers={}, at=AT + 60 * MINUTE)
    assert drafts.load(noor, "write", at=AT + 60 * MINUTE).submission != first
    chosen = uuid4()
    drafts.save(noor, "write", answers={}, at=AT + 61 * MINUTE, submission=chosen)
    assert drafts.load(noor, "write", at=AT + 61 * MINUTE).submission == chosen


def test_taking_it_leaves_nothing_for_a_second(noor):
    drafts.save(noor, "write", answers={"saw": SECRET}, at=AT)

    assert drafts.take(noor, "write", at=AT).answers == {"saw": SECRET}
    assert drafts.take(noor, "write", at=AT) is None


def test_a_key_that_went_is_as_no_draft(noor, settings):
    drafts.save(noor, "write", answers={"saw": SECRET}, at=AT)
    settings.SEALED_TEXT_KEYS = ["9:" + base64.b64encode(b"z" * 32).decode()]

    assert drafts.load(noor, "write", at=AT) is None


def test_what_is_over_is_deleted(noor):
    drafts.save(noor, "write", answers={"saw": SECRET}, at=AT)

    assert drafts.delete_expired(at=AT + 29 * MINUTE) == 0
    assert drafts.delete_expired(at=AT + 30 * MINUTE) == 1
