"""Django's sessions in the database, asked with a prepared question: every page begins with one."""

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.utils import timezone

from accounts.prepared import Given, Prepared

_alive: Prepared[Session] = Prepared(lambda: Session.objects.filter(session_key=Given("key"), expire_date__gt=Given("now")))


class SessionStore(db.SessionStore):
    def _get_session_from_db(self) -> Session | None:
        found = next(iter(_alive(key=self.session_key, now=timezone.now())), None)
        if found is None:
            self._session_key = None
        return found
