"""The certificate of a training, as one tagged A4: her name, what she learned, when, and who says so."""

from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from django.utils import translation
from django.utils.translation import gettext as _

from keyfigures.models.learning import Enrolment
from terms.days import local_date
from ui import documents
from ui.phrases import Words, time_of

SOURCE = Path(__file__).parent / "typst" / "certificate.typ"


@dataclass(frozen=True, kw_only=True)
class Certificate:
    """All words of the page, in the language that is on."""

    title: str
    heading: str
    name: str
    took_part: str
    training: str
    when: str
    about: str
    signed: str
    signer: str
    where: str
    place: str  # of the paper: what stands beside the municipality on top
    municipality: str
    brand: str
    language: str


def words_of(enrolment: Enrolment, *, today: date) -> Certificate:
    """Only for who attended; the caller asks."""
    course, municipality, words = enrolment.course, enrolment.municipality, Words(today)
    times = {"day": words.day(local_date(course.starts_at)), "from": time_of(course.starts_at), "until": time_of(course.ends_at)}
    return Certificate(
        title=_("Certificate: %(training)s") % {"training": course.title},
        heading=_("Certificate"),
        name=enrolment.key_figure.name,
        took_part=_("took part in"),
        training=course.title,
        when=_("%(day)s, %(from)s to %(until)s") % times,
        about=course.about,
        signed=_("For the municipality"),
        signer=course.offered_by.name,
        where=course.place,
        place=_("Certificate"),
        municipality=str(municipality),
        brand=municipality.brand,
        language=translation.get_language() or "nl",
    )


def pdf_of(words: Certificate) -> bytes:
    return documents.pdf_of(SOURCE, asdict(words))
