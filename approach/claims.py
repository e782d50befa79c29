"""What a report cannot say: that radicalisation, extremism or terror became less, or was prevented. Pure; it warns, it never blocks."""

import re

from django.utils.translation import gettext_lazy as _

from ui.hints import Hint

_LESS = (
    r"minder|afgenomen|afname|neemt af|namen af|nam af|daling|daalde\w*|daalt|dalen|gedaald|lager|teruggedrongen|verminder\w*|voorkom\w*|voorkwam\w*|gestopt"
    r"|verdwenen|less|fewer|decreas\w*|declin\w*|fell|fallen|dropped|prevent\w*|reduc\w*|stopped"
)
_OF_WHAT = r"\w*radicali[sz]\w*|\w*extremis\w*|terror\w*|aanslag\w*|attacks?"
# Both words in one sentence, in either order.
_CLAIM = re.compile(rf"\b(?:{_LESS})\b[^.!?\n]*\b(?:{_OF_WHAT})\b|\b(?:{_OF_WHAT})\b[^.!?\n]*\b(?:{_LESS})\b", re.IGNORECASE)

SAYS_IT_FELL = Hint(
    code="claim",
    is_found=lambda text: bool(_CLAIM.search(text)),
    question=_("Does this text say that there is less radicalisation?"),
    why=_("A network cannot show that, and neither can this report. Write what you did, and what people say of it. You can also just go on."),
)
