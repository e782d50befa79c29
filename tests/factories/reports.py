"""Reports to the council for tests: a draft of 2025 with two sections and three figures, unless said otherwise."""

from datetime import date
from uuid import uuid4

import factory

from approach.models.page import PublicPage
from approach.models.report import Comment, Report, Section
from approach.models.vision import Goal, Vision
from tests.factories.accounts import MembershipFactory, MunicipalityFactory
from tests.factories.keyfigures import AT

FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)


def kept(code, *, label="Beloften over zorgen", unit="share", value=None, part=None, of=None, lack="", is_rounded=False, first=FIRST, last=LAST):
    """A figure as a report keeps it."""
    return {
        "code": code, "label": label, "definition": "Hoeveel beloften op tijd zijn nagekomen.", "unit": unit, "direction": "at_least",
        "first": first.isoformat(), "last": last.isoformat(), "value": value, "part": part, "of": of, "lack": lack, "is_rounded": is_rounded,
    }


def figures():
    now = (
        kept("signals.kept", value="86.4", part=38, of=44),
        kept("keyfigures.active", label="Actieve sleutelfiguren", unit="number", value="35", is_rounded=True),
        kept("evaluations.trust", label="Vertrouwen", unit="mean", value="3.7"),
    )
    return {"now": {each["code"]: each for each in now}, "before": {}, "lines": {}, "money": [], "goals": [], "visions": []}


class ReportFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Report
        skip_postgeneration_save = True

    municipality = factory.SubFactory(MunicipalityFactory)
    begun_by = factory.SubFactory(MembershipFactory, coordinator=True, municipality=factory.SelfAttribute("..municipality"))
    title = "Wij houden meer beloften"
    first = FIRST
    last = LAST
    state = "draft"
    progress = 5
    figures = factory.LazyFunction(figures)
    begun_at = AT
    submission = factory.LazyFunction(uuid4)

    class Params:
        making = factory.Trait(state="making", progress=0, figures=factory.LazyFunction(dict))
        offered = factory.Trait(state="offered", offered_by=factory.SelfAttribute("begun_by"), offered_at=AT)

    @factory.post_generation
    def sections(self, create, extracted, **_more):
        if create and self.state not in {"making", "failed"}:
            for position, (code, title, text) in enumerate((("lead", "In het kort", "Waterveen werkt samen met sleutelfiguren."), ("trust", "Vertrouwen", "3,7 van de 5.")), 1):
                Section.objects.create(municipality=self.municipality, report=self, code=code, position=position, title=title, made=text, text=text)


class CommentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Comment

    report = factory.SubFactory(ReportFactory)
    municipality = factory.SelfAttribute("report.municipality")
    by = factory.SelfAttribute("report.begun_by")
    text = "Noem ook de trainingen."
    at = AT


class AdoptedVisionFactory(factory.django.DjangoModelFactory):
    """Adopted on a day; a goal comes before adoption, so by `goals`."""

    class Meta:
        model = Vision
        skip_postgeneration_save = True

    municipality = factory.SubFactory(MunicipalityFactory)
    number = factory.Sequence(lambda number: number + 1)
    written_by = factory.SubFactory(MembershipFactory, coordinator=True, municipality=factory.SelfAttribute("..municipality"))
    begun_at = AT
    problem = goal = way = who = functions = form_because = "Daarom."
    form = "structural"
    review_on = date(2027, 12, 31)
    adopted_by = "council"
    adopted_on = date(2024, 10, 1)

    @factory.post_generation
    def goals(self, create, extracted, **_more):
        for position, goal in enumerate(extracted or (), 1):
            Goal.objects.create(municipality=self.municipality, vision=self, position=position, **goal)
        Vision.objects.filter(pk=self.pk).update(state="adopted", recorded_by=self.written_by, recorded_at=AT)
        self.refresh_from_db()


class PublicPageFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PublicPage

    municipality = factory.SubFactory(MunicipalityFactory)
    is_open = True
    about = "Wij werken samen met sleutelfiguren."
