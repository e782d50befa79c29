from django.db import migrations

# The sentences that come with the application. A municipality can put its own in their place.
SENTENCES = (
    ("looked_together", "Wij hebben uw zorg samen bekeken en wij doen er iets mee.", "We looked at your concern together, and we act on it."),
    ("still_working", "Wij zijn er nog mee bezig.", "We are still working on it."),
    ("nothing_asked", "Wij vragen u nu niets. U hoeft niets te doen.", "We ask nothing of you now. You need not do anything."),
    ("support_for_you", "Wilt u zelf steun of een gesprek? Bel ons, dan regelen wij dat.", "Would you like support or a talk yourself? Call us and we arrange it."),
    ("sorry_late", "U hoort dit te laat van ons. Dat spijt ons.", "You hear this too late from us. We apologise."),
    ("no_further_step", "Wij hebben alles bekeken. Er is nu geen vervolg nodig.", "We looked at everything. No further step is needed now."),
    ("advice_given", "Wij hebben advies gegeven. Meer kunnen wij daarover niet vertellen.", "We gave advice. We cannot tell more about that."),
    ("support_offered", "Er is hulp aangeboden. Bij wie en hoe, mogen wij niet vertellen.", "Support was offered. To whom and how, we may not tell."),
    ("community_activity", "Er komt een activiteit of gesprek in de buurt.", "There will be an activity or a talk in the neighbourhood."),
    ("passed_on", "Uw zorg ligt nu bij de organisatie die hierover gaat.", "Your concern is now with the organisation that deals with this."),
    ("may_not_be_told", "Wij mogen u niet vertellen wat er is besloten. Uw zorg is wel gelezen en gewogen.", "We may not tell you what was decided. Your concern was read and weighed."),
    ("thanks", "Dank u dat u dit met ons deelde.", "Thank you for sharing this with us."),
)


def add(apps, schema_editor):
    sentence = apps.get_model("signals", "FixedSentence")
    sentence.objects.bulk_create(
        sentence(code=code, text_nl=dutch, text_en=english, order=10 * place) for place, (code, dutch, english) in enumerate(SENTENCES, start=1)
    )


def remove(apps, schema_editor):
    codes = [code for code, _dutch, _english in SENTENCES]
    apps.get_model("signals", "FixedSentence").objects.filter(municipality=None, code__in=codes).delete()


class Migration(migrations.Migration):
    dependencies = [("signals", "0002_one_municipality")]

    operations = [migrations.RunPython(add, remove)]
