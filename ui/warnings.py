"""What a text looks like that we do not need: pure, keeps nothing, logs nothing. It warns; it never blocks."""

import re

BSN = re.compile(r"(?<!\d)(?:\d{9}|\d{3}[ .-]\d{3}[ .-]\d{3}|\d{4}[ .-]\d{2}[ .-]\d{3})(?!\d)")
_BSN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_ELEVEN = 11

_MONTHS = "jan|feb|mrt|maart|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec|mar"
_DATE = rf"(?:\d{{1,2}}[-/. ]\d{{1,2}}[-/. ](?:19|20)?\d{{2}}|(?:19|20)\d{{2}}-\d{{2}}-\d{{2}}|\d{{1,2}} (?:{_MONTHS})[a-z]* (?:19|20)\d{{2}})"
BIRTH_DATE = re.compile(rf"\b(?:geboren|geboortedatum|geb\.|born|birth ?date|date of birth)\b.{{0,20}}?{_DATE}", re.IGNORECASE | re.DOTALL)
OLD_DATE = re.compile(r"\b\d{1,2}[-/.]\d{1,2}[-/.](?:19\d{2}|200\d|201\d)\b")

# Words that name somebody's religion or origin. A text may hold them for a good reason; the writer decides.
RELIGION = re.compile(
    r"\b(?:moslim\w*|muslim\w*|islam\w*|moskee\w*|mosque\w*|imam\w*|koran\w*|salafis\w*|christen\w*|christian\w*|kerk(?:en|elijk\w*)?|church\w*"
    r"|dominee\w*|pastoor\w*|bijbel\w*|joods?|joden|jood|jew(?:s|ish)?|synagog\w*|rabbi\w*|hindoe\w*|hindu\w*|boeddhis\w*|buddhis\w*"
    r"|hoofddoek\w*|headscar\w*|keppel\w*|gebed\w*|bidden|bidt|gelovig\w*|godsdienst\w*|religie\w*|religi\w+)\b",
    re.IGNORECASE,
)
ORIGIN = re.compile(
    r"\b(?:afkomst|herkomst|migratieachtergrond|allochtoon|allochtone\w*|buitenlander\w*|marokka\w*|turk(?:en|se?)?|syri[eë]r\w*|syrisch\w*"
    r"|somali\w*|eritre\w*|afgha\w*|irak\w*|iran\w*|antillia\w*|surina\w*|pool|polen|poolse?|roemeen\w*|roemeense?|bulga\w*|oekra[iï]\w*|russ?isch\w*"
    r"|moroccan\w*|turkish|syrian\w*|polish|ethnic\w*|etni\w*)\b",
    re.IGNORECASE,
)


def text_hints(text: str) -> set[str]:
    """Codes of what `text` looks like: "bsn", "birth_date", "religion", "origin"."""
    found = {
        "bsn": any(_passes_eleven_proof(match.group()) for match in BSN.finditer(text)),
        "birth_date": bool(BIRTH_DATE.search(text) or OLD_DATE.search(text)),
        "religion": bool(RELIGION.search(text)),
        "origin": bool(ORIGIN.search(text)),
    }
    return {code for code, is_found in found.items() if is_found}


def _passes_eleven_proof(written: str) -> bool:
    """The check that every citizen service number passes, and one in eleven other numbers."""
    digits = [int(sign) for sign in written if sign.isdigit()]
    total = sum(digit * weight for digit, weight in zip(digits, _BSN_WEIGHTS, strict=True))
    return any(digits) and total % _ELEVEN == 0
