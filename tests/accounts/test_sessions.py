import pytest
from django.contrib.sessions.backends.base import UpdateError

from accounts.sessions import SessionStore

pytestmark = pytest.mark.django_db


def _begun():
    session = SessionStore()
    session["seen_at"] = 1
    session.create()
    return session.session_key


def test_a_session_is_kept_with_one_statement(django_assert_num_queries):
    session = SessionStore(_begun())
    session["seen_at"] = 2
    with django_assert_num_queries(1):
        session.save()
    assert SessionStore(session.session_key)["seen_at"] == 2


def test_who_logged_out_meanwhile_is_not_logged_in_again():
    session = SessionStore(_begun())
    session["seen_at"] = 2
    SessionStore(session.session_key).delete()
    with pytest.raises(UpdateError):
        session.save()
    assert not SessionStore().exists(session.session_key)


def test_a_key_that_is_unknown_begins_empty():
    session = SessionStore("x" * 32)
    assert dict(session.items()) == {}
    assert session.session_key is None
