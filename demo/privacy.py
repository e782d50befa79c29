"""Why the demo holds what it holds. No real person is in it."""

from accounts.justification import Justification

_DEMO = {
    "basis": "none needed: invented people; the demo refuses to start in production",
    "keep": "until the demo database is thrown away",
}

FIELDS = {
    "SentMail.to": Justification(purpose="whose mailbox it is", **_DEMO),
    "SentMail.subject": Justification(purpose="to show the mail", **_DEMO),
    "SentMail.text": Justification(purpose="to show the mail", **_DEMO),
    "SentMail.html": Justification(purpose="to show the mail", **_DEMO),
}
