"""Figures about the network, as reports and the page of the lessons may show them. No person, and no number that points at one.

What the page of the mix tells is told from the same count (FrozenMix), what the page of giving and taking tells by the same rule. Of who
is active a share is told in steps in which 0 and 4 people read alike (keyfigures.suppression.share_of). docs/decisions/0018.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Municipality
from indicators import registry
from indicators.measuring import once
from indicators.quarters import Quarter
from indicators.registry import NOTHING_YET, TOO_FEW, Direction, Figure, Indicator, Line, Lines, Period, Unit, number
from keyfigures import balance, deadlines, mix, reporting
from keyfigures.catalogue import KnownBefore
from keyfigures.mix import Figures
from keyfigures.models.agreement import Agreement, AgreementTemplate
from keyfigures.models.contact import ContactMoment, Occasion
from keyfigures.models.figure import KeyFigure
from keyfigures.models.learning import Enrolment, EnrolmentState
from keyfigures.models.mix import FrozenMix
from keyfigures.models.recognition import Recognition, RecognitionKind
from keyfigures.presentation import mix as words
from keyfigures.presentation.balance import shown_in_all
from keyfigures.suppression import PERCENT, SMALL, Shown, share_kept, share_of
from terms.days import at_time
from terms.kept import kept_in_time
from terms.models import Clock

CONTACT_DAYS = timedelta(weeks=8)  # I7: the rhythm that we propose, the same for everybody, so that years can be compared
THANKS_DAYS = timedelta(days=183)  # I10


def _start_of(day: date) -> datetime:
    return at_time(day, time(0))


def _end_of(day: date) -> datetime:
    return at_time(day, time.max)


# ── what the page of the mix tells ──────────────────────────────────────────


@once
def _mix(municipality: Municipality, period: Period) -> Figures | None:
    """As it was shown at the end of the period."""
    frozen = FrozenMix.objects.shown_on(municipality, period.last)
    return Figures.from_json(frozen.figures) if frozen is not None else None


def _people(shown: Shown) -> Figure:
    return TOO_FEW if shown is None else Figure(value=Decimal(shown), is_rounded=shown > 0)


def _share_of_told(part: Shown, rest: Shown) -> Figure:
    """Of two numbers that are told beside each other; only where all three of part, rest and whole are."""
    if part is None or rest is None or part + rest < PERCENT:
        return TOO_FEW
    whole = part + rest
    return Figure(value=(Decimal(100) * part / whole).quantize(Decimal("0.1")), part=part, of=whole, is_rounded=True)


def active(municipality: Municipality, period: Period) -> Figure:
    found = _mix(municipality, period)
    return NOTHING_YET if found is None else _people(found.people)


def joined(municipality: Municipality, period: Period) -> Figure:
    found = _mix(municipality, period)
    return NOTHING_YET if found is None else _people(found.joined)


def left(municipality: Municipality, period: Period) -> Figure:
    found = _mix(municipality, period)
    return NOTHING_YET if found is None else _people(found.left)


def roles_chosen(municipality: Municipality, period: Period) -> Figure:
    found = _mix(municipality, period)
    if found is None:
        return NOTHING_YET
    chosen, people = found.with_role, found.people
    return TOO_FEW if chosen is None or people is None else _share_of_told(chosen, max(people - chosen, 0))


def new_people(municipality: Municipality, period: Period) -> Figure:
    """Of who told it."""
    found = _mix(municipality, period)
    if found is None:
        return NOTHING_YET
    told = found.traits[mix.KNOWN]
    return _share_of_told(told[KnownBefore.NEW], told[KnownBefore.KNOWN])


def profile_types(municipality: Municipality, period: Period) -> Figure:
    found = _mix(municipality, period)
    return NOTHING_YET if found is None else number(sum(bool(shown) for shown in found.traits[mix.TYPE].values()))


def themes(municipality: Municipality, period: Period) -> Figure:
    found = _mix(municipality, period)
    return NOTHING_YET if found is None else number(sum(bool(shown) for shown in found.themes.values()))


def missing(municipality: Municipality, period: Period) -> Sequence[Line]:
    """Whom the network misses, as the page of the mix says it; of the last quarter that ended, as everything about people."""
    found = _mix(municipality, Period.year_until(Quarter.ended_by(period.last).last))
    return [] if found is None else [Line(title=gap.who, text=gap.how_many) for gap in words.gaps_of(found)]


# ── shares of who is active ─────────────────────────────────────────────────


def _share_of_active(municipality: Municipality, period: Period, who: Exists) -> Figure:
    """Of who was active at the end of the period. One statement."""
    here = KeyFigure.objects.of_municipality(municipality).active_on(period.last)
    counted = here.aggregate(of=Count("pk"), part=Count("pk", filter=who))
    if not counted["of"]:
        return NOTHING_YET
    percent = share_of(counted["part"], counted["of"])
    return TOO_FEW if percent is None else Figure(value=Decimal(percent), is_rounded=True)


def agreements(municipality: Municipality, period: Period) -> Figure:
    """That held on the last day, and of which the day to look at it again was not over then."""
    end = _end_of(period.last)
    was_open = Q(kept_at=None) | Q(kept_at__gt=end), Q(ended_at=None) | Q(ended_at__gt=end)
    late = Clock.objects.filter(*was_open, kind=deadlines.REVIEW_AGREEMENT, subject=OuterRef("uuid"), due_at__lt=_start_of(period.last))
    held = Agreement.objects.filter(
        Q(holds_until=None) | Q(holds_until__gt=period.last), Q(review_on=None) | Q(review_on__gte=period.last), ~Exists(late),
        key_figure=OuterRef("pk"), holds_from__lte=period.last,
    )
    return _share_of_active(municipality, period, Exists(held))


def contact(municipality: Municipality, period: Period) -> Figure:
    recent = (period.last - CONTACT_DAYS + timedelta(days=1), period.last)
    spoken = ContactMoment.objects.filter(key_figure=OuterRef("pk"), occasion=Occasion.QUIET, on__range=recent)
    return _share_of_active(municipality, period, Exists(spoken))


def training(municipality: Municipality, period: Period) -> Figure:
    learned = Enrolment.objects.filter(
        key_figure=OuterRef("pk"), state=EnrolmentState.ATTENDED, course__cancelled_at=None,
        course__starts_at__gte=_start_of(period.first), course__starts_at__lte=_end_of(period.last),
    )
    return _share_of_active(municipality, period, Exists(learned))


def thanked(municipality: Municipality, period: Period) -> Figure:
    recent = (_start_of(period.last - THANKS_DAYS), _end_of(period.last))
    thanks = Recognition.objects.filter(key_figure=OuterRef("pk"), kind=RecognitionKind.THANKS, given_at__range=recent)
    return _share_of_active(municipality, period, Exists(thanks))


# ── what was done ───────────────────────────────────────────────────────────


def quiet(municipality: Municipality, period: Period) -> Figure:
    """Contacts, in the steps of people: who reads a report does not learn of one contact because of an incident."""
    contacts = ContactMoment.objects.filter(municipality=municipality, on__range=(period.first, period.last)).order_by()
    counted = contacts.aggregate(of=Count("pk"), part=Count("pk", filter=Q(occasion=Occasion.QUIET)), people=Count("key_figure", distinct=True))
    if not counted["of"]:
        return NOTHING_YET
    percent = share_of(counted["part"], counted["of"]) if counted["people"] >= SMALL else None
    return TOO_FEW if percent is None else Figure(value=Decimal(percent), is_rounded=True)


def given(municipality: Municipality, period: Period) -> Figure:
    """The sums of the page of giving and taking."""
    counted = balance.of_network(municipality, until=period.last)
    asked, gave = shown_in_all(counted.asked), shown_in_all(counted.given)
    return NOTHING_YET if asked == 0 and gave == 0 else _share_of_told(gave, asked)


def help_in_time(municipality: Municipality, period: Period) -> Figure:
    kept = kept_in_time(municipality, [deadlines.HELP_FIRST_ANSWER, deadlines.HELP_OUTCOME], period)
    percent = share_kept(kept.part, kept.of, about=kept.subjects)
    return TOO_FEW if percent is None else Figure(value=Decimal(percent), is_rounded=True)


def treatment(municipality: Municipality, period: Period) -> Figure:
    """The numbers of the page of complaints."""
    counted = reporting.treatment_in(municipality, first=period.first, last=period.last)
    if counted.answered == 0:
        return NOTHING_YET
    if counted.answered is None or counted.in_time is None:
        return TOO_FEW
    return _share_of_told(counted.in_time, counted.answered - counted.in_time)


def procedure(municipality: Municipality, period: Period) -> Figure:
    """In the text that was in use on the last day."""
    texts = AgreementTemplate.objects.of(municipality).published().filter(published_at__lte=_end_of(period.last))
    newest = texts.order_by("-version").values_list("reconsideration", flat=True).first()
    return NOTHING_YET if newest is None else number(int(bool(newest.strip())))


INDICATORS = (
    Indicator(
        code="keyfigures.active", label=_("Active key figures"), unit=Unit.NUMBER, measure=active, counts_people=True,
        definition=_("How many people take part, with an agreement that holds: \"5 or more\", \"10 or more\"."),
    ),
    Indicator(
        code="keyfigures.roles_chosen", label=_("Who chose a role"), unit=Unit.SHARE, measure=roles_chosen, counts_people=True, threshold=Decimal(75),
        definition=_("Of who is active: who chose at least one role in her profile."),
        reason=_("Who knows what she takes part for knows what she may expect; one in four may still be looking."),
    ),
    Indicator(
        code="keyfigures.new_people", label=_("People who were new to us"), unit=Unit.SHARE, measure=new_people, counts_people=True, threshold=Decimal(25),
        definition=_("Of who told it: who was not known to the municipality before."),
        reason=_("The lesson asks for known and unknown people; below a fourth the municipality meets mostly whom it met already."),
    ),
    Indicator(
        code="keyfigures.profile_types", label=_("Kinds of people in the network"), unit=Unit.NUMBER, measure=profile_types, counts_people=True,
        threshold=Decimal(4), definition=_("How many of these four are told to be there: connectors, representatives, doers and critical thinkers."),
        reason=_("The lesson names these four, and each does what the others do not."),
    ),
    Indicator(
        code="keyfigures.agreements", label=_("Agreements that hold"), unit=Unit.SHARE, measure=agreements, counts_people=True, threshold=Decimal(80),
        definition=_("Of who is active: with an agreement that both confirmed, and of which the day to look at it again is not over."),
        reason=_("Everybody should know what was agreed; in a network of twenty people 80 percent is the highest share that we tell."),
    ),
    Indicator(
        code="keyfigures.contact", label=_("Spoken to in quiet time"), unit=Unit.SHARE, measure=contact, counts_people=True, threshold=Decimal(75),
        definition=_("Of who is active: with whom there was contact in the last eight weeks while nothing was the matter."),
        reason=_("Once in eight weeks is the rhythm that we propose; one in four may be away or have asked for less."),
    ),
    Indicator(
        code="keyfigures.quiet", label=_("Contact in quiet time"), unit=Unit.SHARE, measure=quiet, counts_people=True, threshold=Decimal(75),
        definition=_("Of all contacts in the year: how many had no incident as their reason."),
        reason=_("Trust grows in quiet time: three of four contacts should be about something else than an incident."),
    ),
    Indicator(
        code="keyfigures.training", label=_("Followed a training"), unit=Unit.SHARE, measure=training, counts_people=True, threshold=Decimal(50),
        definition=_("Of who is active: who was at a training of the municipality in the year."),
        reason=_("Taking part gives something back when half of the people learn something new each year."),
    ),
    Indicator(
        code="keyfigures.given", label=_("Given beside asked"), unit=Unit.SHARE, measure=given, counts_people=True, threshold=Decimal(50),
        definition=_("Of all that was asked of key figures and given to them in the year: how much was given, in help, trainings, allowances and thanks."),
        reason=_("Half means that it gives as often as it asks."),
    ),
    Indicator(
        code="keyfigures.help_in_time", label=_("Help requests answered in time"), unit=Unit.SHARE, measure=help_in_time, counts_people=True,
        threshold=Decimal(90), definition=_("Of the promises about help requests of which the day was over in the year: how many were kept in time."),
        reason=_("A promise is kept; one in ten leaves room for what nobody could foresee."),
    ),
    Indicator(
        code="keyfigures.thanked", label=_("Thanked in person"), unit=Unit.SHARE, measure=thanked, counts_people=True, threshold=Decimal(75),
        definition=_("Of who is active: who got personal thanks in the last six months."),
        reason=_("Twice a year is what we promise; one in four may have begun not long ago."),
    ),
    Indicator(
        code="keyfigures.procedure", label=_("Agreed what happens when it does not fit"), unit=Unit.YES, measure=procedure, threshold=Decimal(1),
        definition=_("Whether the text of the agreement that is in use says what happens when one of both doubts the cooperation."),
        reason=_("The lesson asks to agree on it beforehand: then nobody is surprised."),
    ),
    Indicator(
        code="keyfigures.joined", label=_("New key figures"), unit=Unit.NUMBER, measure=joined, counts_people=True, threshold=Decimal(5),
        definition=_("How many people began in twelve months: \"5 or more\", \"10 or more\"."),
        reason=_("People stop in every network; five is the smallest number that we can tell."),
    ),
    Indicator(
        code="keyfigures.left", label=_("Key figures who stopped"), unit=Unit.NUMBER, measure=left, counts_people=True, direction=Direction.AT_MOST,
        definition=_("How many people stopped in twelve months: \"5 or more\", \"10 or more\". Stopping is always allowed."),
    ),
    Indicator(
        code="keyfigures.treatment", label=_("Complaints about treatment answered in time"), unit=Unit.SHARE, measure=treatment, counts_people=True,
        threshold=Decimal(100), definition=_("Of the complaints of key figures that were answered in the year: how many within the term of the law."),
        reason=_("The term is that of the law (Awb article 9:11)."),
    ),
    Indicator(
        code="keyfigures.themes", label=_("Themes that got attention"), unit=Unit.NUMBER, measure=themes, counts_people=True, threshold=Decimal(3),
        definition=_("On how many themes and forms of extremism something was done five times or more in twelve months, in contacts and requests."),
        reason=_("The lesson asks to look wider than one form of extremism; three of the seven is our proposal."),
    ),
)
LINES = (Lines(code="keyfigures.mix", label=_("Whom the network misses"), tell=missing),)


def register() -> None:
    registry.register(*INDICATORS)
    registry.register_lines(*LINES)
