"""Everything that can be promised to a key figure, by what people really do."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

from accounts.models import Membership
from keyfigures import deadlines
from keyfigures.actions import allowance, asking, contact, learning, reconsideration, rights, stages, treatment
from keyfigures.actions import help as helping
from keyfigures.models.allowance import AllowanceMaximum
from keyfigures.models.figure import KeyFigure
from keyfigures.models.settings import NetworkSettings
from terms import clocks
from terms.clocks import NewPromise
from tests.factories.keyfigures import AT, TODAY, CourseFactory

CONTACT = {"how": "call", "occasion": "quiet", "topic": "help", "theme": "none"}


def promise_all(figure: KeyFigure, *, by: Membership) -> KeyFigure:
    """`by` is her contact person. There must be a second coordinator, a team lead and a privacy officer."""
    her, municipality = figure.member, figure.municipality
    AllowanceMaximum.objects.get_or_create(year=2026, defaults={"per_hour": "5.60", "per_month": 210, "per_year": 2100, "source": "test"})
    NetworkSettings.objects.update_or_create(municipality=municipality, defaults={"pays_allowance": True})
    helping.ask(figure, submission=uuid4(), category="place", text="Een zaal?", by=her, at=AT)
    asking.ask(figure, kind="explain", text="Wilt u komen?", by=by, at=AT)
    done = asking.ask(figure, kind="think_along", text="Wilt u meelezen?", by=by, at=AT)
    asking.report_done(done, by=her, at=AT, done_on=TODAY, hours=Decimal(2))
    contact.log(figure, by=by, official=by, at=AT, on=TODAY, next_step="send", next_on=TODAY + timedelta(days=5), **CONTACT)
    stages.expect_end(figure, on=TODAY + timedelta(days=90), by=her, at=AT)
    new = [
        NewPromise(kind=kind, subject=subject, owner=by, waiter=her)
        for kind, subject in (
            (deadlines.THANKS, figure.uuid), (deadlines.STAGE, figure.uuid), (deadlines.PAUSE, figure.uuid), (deadlines.REVIEW_AGREEMENT, figure.agreements.get().uuid),
            (deadlines.AGREEMENT_TURN, figure.agreements.get().uuid),
        )
    ]
    clocks.start_all(new, municipality=municipality, at=AT)
    course = CourseFactory(municipality=municipality, offered_by=by, places=1)
    learning.sign_up(course, figure=figure, at=AT)
    allowance.propose(figure, month=date(2026, 5, 1), hours=Decimal(10), amount=Decimal(50), by=by, at=AT)
    treatment.complain(figure, by=her, at=AT, submission=uuid4(), text="Ik werd niet teruggebeld.")
    reconsideration.raise_question(figure, by=by, at=AT, fact="Op 2 juni deelde u een bericht.")
    rights.ask(her, right="correct", text="Mijn naam klopt niet.", at=AT)
    return KeyFigure.objects.for_detail().get(pk=figure.pk)
