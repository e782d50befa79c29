import base64

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import override_settings

from accounts import rotation, sealing
from accounts.models import Membership
from signals import reading, sealed_texts
from signals.models import ConcernReport, SealedText
from tests.factories.signals import SECRET, file_one

OLD = "old:" + base64.b64encode(b"o" * 32).decode()
NEW = "new:" + base64.b64encode(b"n" * 32).decode()


@pytest.fixture(autouse=True)
def old_key(settings):
    settings.SEALED_TEXT_KEYS = [OLD]


def test_what_is_sealed_opens_and_is_never_twice_the_same():
    first, second = (sealing.seal(SECRET, bound_to="row 1") for _each in range(2))

    assert first.content != second.content
    assert SECRET.encode() not in first.content
    assert sealing.unseal(first, bound_to="row 1") == SECRET


def test_bound_to_its_row():
    with pytest.raises(sealing.WrongKey):
        sealing.unseal(sealing.seal(SECRET, bound_to="row 1"), bound_to="row 2")


@pytest.mark.parametrize("place", [0, 5, 12, -1])
def test_one_changed_byte_is_noticed(place):
    sealed = sealing.seal(SECRET, bound_to="row 1")
    content = bytearray(sealed.content)
    content[place] ^= 1

    with pytest.raises(sealing.WrongKey):
        sealing.unseal(sealing.Sealed(sealed.key_id, bytes(content)), bound_to="row 1")


@pytest.mark.parametrize("entry", ["1:abc", "1:" + base64.b64encode(b"k" * 16).decode(), "1", "1:€"])
def test_a_key_that_is_none_stops_with_the_name_of_the_variable(entry):
    with override_settings(SEALED_TEXT_KEYS=[entry]), pytest.raises(ImproperlyConfigured, match="SEALED_TEXT_KEYS"):
        sealing.seal(SECRET, bound_to="row 1")


def test_an_empty_ring_is_refused():
    with override_settings(SEALED_TEXT_KEYS=[]), pytest.raises(ImproperlyConfigured):
        sealing.seal(SECRET, bound_to="row 1")


def test_a_copy_of_the_database_shows_no_word_of_it(report):
    with connection.cursor() as cursor:
        cursor.execute("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'")
        tables = [name for (name,) in cursor.fetchall()]
        dump = []
        for table in tables:
            cursor.execute(f'SELECT string_agg(row::text, \' \') FROM "{table}" AS row')
            dump.append(cursor.fetchone()[0] or "")
    whole = " ".join(dump)

    assert report.uuid.hex in whole.replace("-", "")
    for word in ("sticker", SECRET.encode().hex(), "jongere kinderen", "06 12 34 56 78", "Sportpark"):
        assert word not in whole


def test_a_text_that_is_moved_to_another_report_does_not_open(report, noor, caplog):
    mine = SealedText.objects.get(report=report, name="saw")
    other = file_one(noor, answers={"saw": "iets anders"})
    SealedText.objects.filter(report=other, name="saw").update(sealed=mine.sealed, key_id=mine.key_id)

    text = reading.readable(ConcernReport.objects.for_detail().get(pk=other.pk), other.contact_person)

    assert text.is_unreadable
    assert "saw" not in text.answers
    assert "a sealed text does not open" in caplog.text
    assert SECRET not in caplog.text


def test_a_missing_key_raises_the_alarm_and_the_rest_is_still_readable(report, ilse, caplog):
    SealedText.objects.filter(report=report, name="saw").update(key_id="gone")

    text = reading.readable(ConcernReport.objects.for_detail().get(pk=report.pk), ilse)

    assert text.is_unreadable
    assert text.answers["worries"] == "hij zoekt jongere kinderen op"
    assert [record.levelname for record in caplog.records] == ["ERROR"]


class TestRotation:
    def test_everything_moves_to_the_first_key_and_the_old_one_can_go(self, report, ilse, settings, capsys):
        settings.SEALED_TEXT_KEYS = [NEW, OLD]
        call_command("rotate_keys")
        settings.SEALED_TEXT_KEYS = [NEW]

        assert set(SealedText.objects.values_list("key_id", flat=True)) == {"new"}
        assert reading.readable(ConcernReport.objects.for_detail().get(pk=report.pk), ilse).answers["saw"] == SECRET
        assert "Ready" in capsys.readouterr().out

    def test_it_may_stop_after_any_batch_and_go_on(self, noor, ilse, settings, monkeypatch):
        settings.SEALED_TEXT_KEYS = [OLD]
        file_one(noor)
        number = SealedText.objects.count()
        settings.SEALED_TEXT_KEYS = [NEW, OLD]
        monkeypatch.setattr(rotation, "BATCH", 3)

        assert next(rotation.reseal()) == (3, 0)
        assert SealedText.objects.filter(key_id="new").count() == 3
        assert sum(moved for moved, _failed in rotation.reseal()) == number - 3

    def test_a_text_that_no_key_opens_is_counted_and_the_others_move(self, report, settings):
        SealedText.objects.filter(report=report, name="saw").update(key_id="gone")
        settings.SEALED_TEXT_KEYS = [NEW, OLD]

        with pytest.raises(CommandError, match="1 texts do not open"):
            call_command("rotate_keys")
        assert SealedText.objects.exclude(name="saw").exclude(key_id="new").count() == 0


def test_answers_keep_their_shape(report):
    rows = {row.name: sealed_texts.opened(row) for row in SealedText.objects.filter(report=report)}

    assert rows["phenomenon"] == ["unknown"]
    assert rows["name_may_be_mentioned"] is False
    assert "hopes" not in rows  # left open: nothing is kept
    assert Membership.objects.filter(phone="06 12 34 56 78").count() == 0
