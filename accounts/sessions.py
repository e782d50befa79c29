"""Django's sessions in the database, in as few and as short questions as they need: every page begins with one."""

from django.contrib.sessions.backends import db
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.models import Session
from django.utils import timezone

from accounts.prepared import Given, Prepared

_alive: Prepared[Session] = Prepared(lambda: Session.objects.filter(session_key=Given("key"), expire_date__gt=Given("now")))


class SessionStore(db.SessionStore):
    def save(self, must_create: bool = False) -> None:  # noqa: FBT001, FBT002  Django's signature
        """A session that is there is kept with one statement, without a transaction around it."""
        if must_create or self.session_key is None:
            super().save(must_create=must_create)
            return
        row = self.create_model_instance(self._get_session())  # type: ignore[attr-defined]  # not in the stubs
        if not Session.objects.filter(pk=row.pk).update(session_data=row.session_data, expire_date=row.expire_date):
            raise UpdateError

    def _get_session_from_db(self) -> Session | None:
        found = next(iter(_alive(key=self.session_key, now=timezone.now())), None)
        if found is None:
            self._session_key = None
        return found
