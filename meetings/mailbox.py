"""The mailbox to which calendars reply. A thin hand: what the mails say is read by meetings.calendar_replies."""

import imaplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import unquote, urlsplit

LARGEST = 500_000  # octets; a reply has a few thousand
MOST = 200  # in one run
SECONDS = 15
PORT, PORT_SECURE = 143, 993  # RFC 3501, RFC 8314
HERE = {"localhost", "127.0.0.1", "::1"}


class MailboxError(Exception):
    """The mailbox cannot be read now. Its text names no address and no password."""


class Mailbox:
    """An open mailbox. What was read is either deleted (`forget`) or left for a person (`leave`)."""

    def __init__(self, connection: imaplib.IMAP4) -> None:
        self._connection = connection

    def unread(self) -> Iterator[tuple[str, bytes]]:
        """Number and whole text of each mail that nobody read, oldest first, at most MOST. Reading changes nothing."""
        _status, found = self._connection.uid("SEARCH", "UNSEEN", "SMALLER", str(LARGEST))
        for number in (found[0] or b"").decode().split()[:MOST]:
            _status, parts = self._connection.uid("FETCH", number, "(BODY.PEEK[])")
            content = next((part[1] for part in parts if isinstance(part, tuple)), None)
            if content is not None:
                yield number, content

    def forget(self, number: str) -> None:
        """It was read: a mailbox keeps no list of who comes."""
        self._connection.uid("STORE", number, "+FLAGS", r"(\Seen \Deleted)")

    def leave(self, number: str) -> None:
        """Not for us. It stays for who looks after the mailbox."""
        self._connection.uid("STORE", number, "+FLAGS", r"(\Seen)")


@contextmanager
def opened(url: str) -> Iterator[Mailbox]:
    """`imaps://user:password@host/folder`; the folder is INBOX where none is named. Raises MailboxError."""
    parts = urlsplit(url)
    try:
        connection = _connect(parts.scheme, parts.hostname or "", parts.port)
        try:
            connection.login(unquote(parts.username or ""), unquote(parts.password or ""))
            status, _data = connection.select(unquote(parts.path.strip("/")) or "INBOX")
            if status != "OK":
                raise MailboxError("no such folder")
            yield Mailbox(connection)
            connection.expunge()
        finally:
            connection.logout()
    except (OSError, imaplib.IMAP4.error) as problem:
        raise MailboxError(type(problem).__name__) from None


def _connect(scheme: str, host: str, port: int | None) -> imaplib.IMAP4:
    if scheme == "imaps":
        return imaplib.IMAP4_SSL(host, port or PORT_SECURE, ssl_context=ssl.create_default_context(), timeout=SECONDS)
    connection = imaplib.IMAP4(host, port or PORT, timeout=SECONDS)
    if "STARTTLS" in connection.capabilities:
        connection.starttls(ssl.create_default_context())
    elif host not in HERE:
        connection.shutdown()
        raise MailboxError("no encryption")
    return connection
