from django.utils.translation import override

from signals import sentences
from signals.models import FixedSentence
from tests.factories.accounts import MunicipalityFactory


def test_a_municipality_has_ours_with_its_own_in_their_place_and_beside_them(waterveen):
    FixedSentence.objects.create(municipality=waterveen, code="thanks", text_nl="Dank u wel!", text_en="Thanks!")
    FixedSentence.objects.create(municipality=waterveen, code="visit", text_nl="Wij komen langs.", text_en="We visit.")
    FixedSentence.objects.create(municipality=waterveen, code="sorry_late", text_nl="x", text_en="x", is_active=False)
    FixedSentence.objects.create(municipality=MunicipalityFactory(), code="elsewhere", text_nl="Elders.", text_en="Elsewhere.")

    told = dict(sentences.of(waterveen))
    assert told["thanks"] == "Dank u wel!"
    assert told["still_working"] == "Wij zijn er nog mee bezig."
    assert list(told)[-1] == "visit"
    assert not {"sorry_late", "elsewhere"} & set(told)
    with override("en"):
        assert dict(sentences.of(waterveen))["visit"] == "We visit."


def test_what_was_said_stays_readable(waterveen):
    FixedSentence.objects.create(municipality=waterveen, code="visit", text_nl="Wij komen langs.", text_en="We visit.", is_active=False)

    assert sentences.texts_of(waterveen, ["visit", "long_gone"]) == {"visit": "Wij komen langs.", "long_gone": "long_gone"}
