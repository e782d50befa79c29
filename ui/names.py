"""Names: the word by which somebody is called, and how two of them are compared. Pure."""

import unicodedata

# Words that say nothing without the word after them: forms of address, and what stands before a Dutch surname.
_NOT_ALONE = frozenset(("mevrouw", "mevr", "meneer", "mijnheer", "heer", "dhr", "drs", "ing", "van", "von", "der", "den", "ten", "ter", "het"))
_LETTERS = 3  # less is an initial or a small word: "J.", "De", "'t"


def called(name: str) -> str:
    """ "Fatima" of "Fatima El Idrissi", "Mevrouw Bos" of "Mevrouw Bos", "J. de Vries" of "J. de Vries"."""
    words = name.split()
    for number, word in enumerate(words, start=1):
        if sum(map(str.isalpha, word)) >= _LETTERS and word.strip(".").casefold() not in _NOT_ALONE:
            return " ".join(words[:number])
    return " ".join(words)


def rest_of(name: str) -> str:
    """What `called` left out, for who hears the whole name."""
    return " ".join(name.split())[len(called(name)):].strip()


def bare(name: str) -> str:
    """Without capitals and accents, to look for: "jose" finds José."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(sign))
