"""Languages in which questions can be asked beside Dutch, and what stands in every list in each of them. Pure.

The words of a list of questions are written by a municipality. These few words are ours, because they must mean the same everywhere:
an answer on the scale in one language is counted together with those in another.
"""

from collections.abc import Mapping
from dataclasses import dataclass

DUTCH = "nl"


@dataclass(frozen=True, kw_only=True)
class Language:
    """`scale`: from 1 to 5. `name` in the language itself."""

    code: str
    name: str
    scale: tuple[str, str, str, str, str]
    do_not_know: str
    no_answer: str
    is_from_right: bool = False


_ALL = (
    Language(
        code="nl", name="Nederlands", scale=("Helemaal oneens", "Oneens", "Niet eens, niet oneens", "Eens", "Helemaal eens"),
        do_not_know="Weet ik niet, of past niet bij mij", no_answer="Geen antwoord",
    ),
    Language(
        code="en", name="English", scale=("Fully disagree", "Disagree", "Neither agree nor disagree", "Agree", "Fully agree"),
        do_not_know="I do not know, or it does not apply to me", no_answer="No answer",
    ),
    Language(
        code="de", name="Deutsch", scale=("Stimme gar nicht zu", "Stimme nicht zu", "Teils, teils", "Stimme zu", "Stimme voll zu"),
        do_not_know="Weiß ich nicht, oder trifft nicht auf mich zu", no_answer="Keine Antwort",
    ),
    Language(
        code="fr", name="Français", scale=("Pas du tout d’accord", "Pas d’accord", "Ni d’accord ni pas d’accord", "D’accord", "Tout à fait d’accord"),
        do_not_know="Je ne sais pas, ou cela ne me concerne pas", no_answer="Pas de réponse",
    ),
    Language(
        code="pl", name="Polski", scale=("Zupełnie się nie zgadzam", "Nie zgadzam się", "Ani tak, ani nie", "Zgadzam się", "Zupełnie się zgadzam"),
        do_not_know="Nie wiem albo mnie to nie dotyczy", no_answer="Bez odpowiedzi",
    ),
    Language(
        code="tr", name="Türkçe", scale=("Hiç katılmıyorum", "Katılmıyorum", "Ne katılıyorum ne katılmıyorum", "Katılıyorum", "Tamamen katılıyorum"),
        do_not_know="Bilmiyorum veya beni ilgilendirmiyor", no_answer="Cevap yok",
    ),
    Language(
        code="ar", name="العربية", scale=("لا أوافق إطلاقًا", "لا أوافق", "لا أوافق ولا أعارض", "أوافق", "أوافق تمامًا"),
        do_not_know="لا أعرف، أو لا ينطبق عليّ", no_answer="بدون إجابة", is_from_right=True,
    ),
)
LANGUAGES: Mapping[str, Language] = {each.code: each for each in _ALL}
FURTHER = tuple(each for each in _ALL if each.code != DUTCH)


def in_language(words: Mapping[str, str], language: str) -> str:
    """The words in this language, else in Dutch; empty when there are none."""
    return words.get(language) or words.get(DUTCH, "")


def known(language: str) -> Language:
    """Of an unknown language: Dutch."""
    return LANGUAGES.get(language, LANGUAGES[DUTCH])
