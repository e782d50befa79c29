"""What texts that others read warn about, beside what every text warns about: a person who is not there."""

import re
from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from ui.hints import Hint

# A form of address with a name, a whole first and last name inside a sentence (not "de Grote Markt"), or a phone number.
PERSON = re.compile(
    r"\b(?:[Dd]e heer|[Mm]eneer|[Mm]ijnheer|[Mm]evrouw|[Mm]evr\.|[Dd]hr\.|[Mm]w\.|[Ff]amilie|[Mm]r\.?|[Mm]rs\.?)"
    r" (?:(?:van|de|der|den|el|al|ten|ter) )*[A-ZÀ-Þ]\w+"
    r"|(?<=[a-zà-ÿ,;] )(?<!\b[Dd]e )(?<!\b[Hh]et )[A-ZÀ-Þ][a-zà-ÿ]+ (?:(?:van|de|der|den|el|al|ten|ter) )*[A-ZÀ-Þ][a-zà-ÿ]+"
    r"|\b0\d(?:[ -]?\d){8}\b"
)
NAMES_A_PERSON = Hint(
    code="person",
    is_found=lambda text: bool(PERSON.search(text)),
    question=_("Does this text name a person?"),
    why=_("Leave names out: everybody who is invited reads this. The name of a place or an organisation is fine. You can also just go on."),
)
NAMES_NOBODY = replace(
    NAMES_A_PERSON, why=_("Leave names out, also of who said something: others read this. You can also just go on."),
)
