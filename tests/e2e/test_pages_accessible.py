"""Every page of the application, as each role that may open it: axe, ids used once, and no wider than 320 pixels (which is 400 % zoom)."""

import re
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts import actions
from accounts.roles import Role
from approach.actions import report as council_report
from approach.models.page import PublicPage
from approach.models.report import Report
from evaluations.actions import version as questions
from indicators.quarters import Quarter
from keyfigures import stages as way
from keyfigures.actions import contact, reconsideration, stages
from keyfigures.actions import help as helping
from keyfigures.models.reconsideration import Reconsideration
from keyfigures.models.ties import PersonalTie
from meetings.actions import rhythm
from meetings.models.meeting import Meeting
from notifications import delivery
from tests.e2e.routes import routes
from tests.e2e.visitors import DESK, ScriptlessVisitor, Visitor, visit
from tests.factories.accounts import AbsenceFactory, MembershipFactory, log_in
from tests.factories.approach import GoalFactory, VisionFactory, adopted_vision
from tests.factories.evaluations import EvaluationFactory, learn_from_all, published_version
from tests.factories.initiatives import InitiativeFactory, TaskFactory
from tests.factories.keyfigures import CourseFactory, InterestFactory, NetworkSettingsFactory
from tests.factories.lessons import LessonSettingFactory, freeze
from tests.factories.meetings import AttendeeFactory, MeetingFactory, TensionCallFactory
from tests.factories.own_data import tell_all
from tests.factories.reports import CommentFactory, PublicPageFactory, ReportFactory
from tests.factories.signals import file_one
from tests.factories.support import CouncilPromiseFactory, MomentFactory, support_stands

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
ZOOMED = {"width": 320, "height": 640}
STRANGER, LEADS = "stranger", "leads the meetings"
# The neutral chair may do nothing but what everybody may. Such a page is the same for all, but for what stands around it: she sees it beside
# the rail of who works for the municipality, the key figure above the tabs.
LEAST = Role.NEUTRAL_CHAIR
# Addresses at which nobody finds a page by only going there.
ELSEWHERE = {
    "keyfigures:join_confirm": "needs the link of a mail: test_journey_joining",
    "keyfigures:join_link": "leads on from a mail: test_journey_joining",
    "keyfigures:own_data_before": "needs the link of a mail: test_journey_joining",
    "keyfigures:farewell": "needs the link of a mail: below",
    "accounts:invitation": "needs the link of a mail: below",
    "accounts:invitation_accept": "needs the link of a mail: below",
    "keyfigures:own_agreement": "leads on to agreement_detail",
    "meetings:report_edit": "leads on once the report is there: test_pages_of_a_report",
    "meetings:report_check": "leads on once the report is there: test_pages_of_a_report",
    "meetings:correction_new": "leads on when the days for it are over: test_pages_of_a_report",
    "meetings:point_answer": "leads on once it was told: test_pages_of_a_report",
    "meetings:point_result": "leads on until the report is there: test_pages_of_a_report",
    "meetings:extra_meeting_who": "leads on until its meeting is planned: test_pages_of_a_meeting_that_comes",
    "meetings:poll_link": "leads on from a mail: test_journey_poll",
    "meetings:poll_link_answer": "needs the link of a mail: test_journey_poll",
    "meetings:rhythm_plan": "leads on to meeting_new",
    "meetings:meeting_edit": "needs a meeting that is ahead: test_pages_of_a_meeting_that_comes",
    "meetings:meeting_cancel": "needs a meeting that is ahead: test_pages_of_a_meeting_that_comes",
    "meetings:meeting_replan": "needs a cancelled meeting: test_pages_of_a_meeting_that_comes",
    "meetings:invitation_link": "needs the link of a mail: test_journey_invitation",
    "meetings:invitation_answer": "needs the link of a mail: test_journey_invitation",
    "meetings:invitation_take_back": "needs a meeting that is ahead: test_pages_of_a_meeting_that_comes",
    "meetings:invite": "needs a meeting that is ahead: test_journey_invitation",
    "meetings:own_needs": "needs a meeting that is ahead: test_journey_invitation",
    "meetings:feed": "a calendar, for programs",
    "keyfigures:course_certificate": "a PDF, for who was there",
    "keyfigures:payment_file": "a file, made when payments go to finance",
    "evaluations:answer_link": "needs the link of a mail: test_journey_answering",
    "evaluations:answer_own": "leads on to answer_begin",
    "evaluations:answer_begin": "needs the link of a mail: test_journey_answering",
    "evaluations:answer_page": "needs the link of a mail: test_journey_answering",
    "evaluations:answer_check": "needs the link of a mail: test_journey_answering",
    "evaluations:answer_thanks": "needs the link of a mail: test_journey_answering",
    "evaluations:paper": "needs a part in an evaluation that is open: test_journey_answering",
    "evaluations:evaluation_edit": "needs an evaluation that is ahead: test_pages_of_an_evaluation_that_comes",
    "evaluations:evaluation_cancel": "needs an evaluation that is ahead: test_pages_of_an_evaluation_that_comes",
    "evaluations:participant_new": "needs an evaluation that is open: test_pages_of_an_evaluation_that_comes",
    "evaluations:result": "needs answers that are counted: test_results_accessible",
    "evaluations:result_pdf": "needs answers that are counted: tests/evaluations/test_result_files",
    "evaluations:result_file": "needs answers that are counted: tests/evaluations/test_result_files",
    "evaluations:result_codebook": "needs answers that are counted: tests/evaluations/test_result_files",
    "evaluations:plan_begin": "needs a plan that is evaluated: test_pages_of_evaluations_done_together",
    "evaluations:plan_reading": "needs a plan that is evaluated: test_pages_of_evaluations_done_together",
    "evaluations:plan_replace": "needs a plan that is evaluated: test_pages_of_evaluations_done_together",
    "evaluations:plan_compare": "needs a plan that is evaluated: test_pages_of_evaluations_done_together",
    "evaluations:plan_outcome": "needs a plan that is evaluated: test_pages_of_evaluations_done_together",
    "evaluations:process_step": "needs a process evaluation: test_pages_of_evaluations_done_together",
    "evaluations:process_overview": "needs a process evaluation: test_pages_of_evaluations_done_together",
    "evaluations:request_edit": "needs an effect evaluation: test_pages_of_evaluations_done_together",
    "approach:vision_detail": "needs a vision that was adopted: test_pages_of_a_vision",
    "approach:vision_review": "needs a vision that was adopted: test_pages_of_a_vision",
    "approach:security_txt": "a text, for who finds a weak spot",
    "approach:report_file": "a file",
    "approach:report_issue": "needs a report that was offered: test_pages_of_a_report_to_the_council",
    "approach:report_take_back": "needs a report that was offered: test_pages_of_a_report_to_the_council",
    "approach:public_report": "needs a report that was issued: test_pages_of_a_report_to_the_council",
    "approach:public_report_pdf": "a file",
    "evaluations:process_pdf": "a file",
    "evaluations:request_pdf": "a file",
    "evaluations:request_odt": "a file",
    "signals:share_check": "needs what was written before: test_journey",
    "signals:feedback_review": "needs an answer that waits for a colleague: test_journey",
    "accounts:second_factor": "leads on for who has one",
    "accounts:theme": "a style sheet",
    "accounts:logo": "a picture",
    "set_language": "leads back",
    "ready": "answers a machine",
    "account_confirm_login_code": "needs a code that was asked: test_passkey",
    "account_reauthenticate": "leads on to one of the two ways",
    "account_change_password": "leads on for who has none",
    "mfa_authenticate": "needs the first step: test_passkey",
    "mfa_login_webauthn": "answers the script: test_passkey",
    "mfa_reauthenticate_webauthn": "needs a passkey: test_passkey",
    "mfa_edit_webauthn": "needs a passkey: test_passkey",
    "mfa_remove_webauthn": "needs a passkey: test_passkey",
    "mfa_deactivate_totp": "needs an app with codes",
    "mfa_view_recovery_codes": "needs a second factor: test_passkey",
    "mfa_download_recovery_codes": "a file",
    "openid_connect_login": "leads to the log-in of the municipality",
    "openid_connect_callback": "leads back from it",
    "socialaccount_login_error": "only with 401; it looks as the page that was broken off",
}


@pytest.fixture
def people(waterveen, marieke, robin):
    """Somebody of each role, in a municipality where everything happened once."""
    NetworkSettingsFactory(municipality=waterveen, pays_allowance=True)
    known = {Role.COORDINATOR: marieke, Role.KEY_FIGURE: robin.member}
    people = {role: known.get(role) or MembershipFactory(municipality=waterveen, roles=[role], user__name=f"Kim {role}") for role in Role}
    pim, ans = (MembershipFactory(coordinator=True, municipality=waterveen, user__name=name) for name in ("Pim Bos", "Ans Vos"))
    tell_all(robin, official=marieke, colleague=people[Role.TEAM_LEAD], handler=people[Role.REPORT_OFFICIAL], mark="Kim")
    learn_from_all(owner=marieke, interviewer=people[Role.EVALUATOR], asked=robin.member, mark="Kim")
    support_stands(waterveen, owner=marieke)
    CouncilPromiseFactory(moment=MomentFactory(municipality=waterveen, owner=marieke))
    LessonSettingFactory(decided_by=marieke, aside=True, aside_until=timezone.localdate() + timedelta(days=90))
    freeze(waterveen, "keyfigures.contact", 70, None, 80, 90, until=Quarter.of(timezone.localdate()).before.first)
    at = timezone.now()
    Reconsideration.objects.all().delete()
    PersonalTie.objects.update(official=ans)
    reconsideration.raise_question(robin, by=marieke, at=at, fact="Op 2 juni deelde u een bericht.")
    helping.ask(robin, by=robin.member, at=at, category="place", text="Wij zoeken een zaal.", submission=uuid4())
    today, ahead = timezone.localdate(at), {"next_step": "arrange", "next_on": timezone.localdate(at)}
    contact.log(robin, by=marieke, official=marieke, at=at, on=today, how="call", occasion="quiet", topic="help", theme="none", **ahead)
    soon = at + timedelta(days=30)
    CourseFactory(municipality=waterveen, offered_by=marieke, starts_at=soon, sign_up_until=soon.date())
    rhythm.set_targets({"network": 4}, by=marieke, at=at)
    TaskFactory(initiative=InitiativeFactory(owner=marieke, proposer=robin.member, running=True, question="safety", themes=["right"]))
    InitiativeFactory(owner=marieke, proposer=robin.member, shown=True)
    AbsenceFactory(member=marieke, municipality=waterveen, deputy=pim)
    InterestFactory(municipality=waterveen)
    actions.invite(actor=marieke, email="gast@voorbeeld.example", name="Gast", roles=[Role.CANDIDATE], at=at)
    file_one(robin.member, at=at)
    leads = MembershipFactory(neutral_chair=True, municipality=waterveen, user__name="Hanna Vos")
    Meeting.objects.update(chair=leads)
    questions.begin(published_version(waterveen).questionnaire, by=marieke, at=at)
    adopted_vision(waterveen, goals=2, adopted_on=today)
    PublicPage.objects.create(municipality=waterveen, is_open=True, about="Wij werken met mensen die hun buurt kennen.", privacy_email="privacy@waterveen.example")
    GoalFactory(vision=VisionFactory(municipality=waterveen, written_by=people[Role.POLICY_ADVISER]), identity=UUID(int=1))
    CommentFactory(report=ReportFactory(municipality=waterveen, begun_by=marieke), by=pim)
    return {STRANGER: None, **people, LEADS: leads}


def test_every_page_of_each_role_that_may_open_it(enter, people):
    pages, forgotten = pages_of(people)
    for_all = pages[LEAST]
    faults = [f"{name}: nobody finds a page there. Give it a row, or a reason in ELSEWHERE." for name in sorted(forgotten ^ set(ELSEWHERE))]
    for role, mine in pages.items():
        own = mine if role in {STRANGER, LEAST, Role.KEY_FIGURE} else {name: path for name, path in mine.items() if name not in for_all or name == "home"}
        faults += faults_of(enter(people[role], screen=DESK), role, own)

    assert not faults, "\n".join(faults)


def pages_of(people):
    """Of each role the pages that it may open, by the name of their address; and the names at which nobody finds anything."""
    pages, forgotten = {role: {} for role in people}, set()
    clients = {role: log_in(Client(), member) if member else Client() for role, member in people.items()}
    for route in routes():
        path, is_something = route.path(), False
        for role, client in clients.items():
            answer = client.get(path)
            is_page = answer.status_code == 200 and answer["Content-Type"].startswith("text/html")
            if is_page:
                pages[role][route.name] = path
            is_something |= is_page or answer.status_code in {200, 405}
            if is_something and not is_page:  # a file, or a button that only answers when it is pressed
                break
            if is_page and role == STRANGER:
                break
        if not is_something:
            forgotten.add(route.name)
    return pages, forgotten


def faults_of(she, role, pages):
    """At a desk, and zoomed in as far as it goes."""
    found = []
    for name, path in pages.items():
        for width, screen in (("desk", DESK), ("zoomed", ZOOMED)):
            she.page.set_viewport_size(screen)
            if width == "desk":
                she.page.goto(she.base + path)
            found += [f"{name} as {role}, {width}: {fault}" for fault in she.faults()]
    return found


def test_pages_of_a_meeting_that_comes(enter, marieke, robin):
    at = timezone.now()
    meeting = MeetingFactory(municipality=marieke.municipality, organiser=marieke, starts_at=at + timedelta(days=30), planned_at=at)
    she, page = enter(marieke, screen=ZOOMED), f"/bijeenkomsten/{meeting.uuid}/"
    call = TensionCallFactory(key_figure=robin, tension__municipality=marieke.municipality, tension__begun_by=marieke, tension__meeting=meeting)
    extra = f"/spanning/{call.tension.uuid}/bijeenkomst/wie/"
    invitation = f"/bijeenkomsten/genodigde/{AttendeeFactory(meeting=meeting, member=robin.member).uuid}/"
    for path in (invitation, f"{invitation}terugnemen/", page, f"{page}wijzigen/", f"{page}afzeggen/", "/bijeenkomsten/plannen/", "/bijeenkomsten/jaar/", "/bijeenkomsten/jaar/ritme/", extra):
        she.go(path)
        assert she.page.url.endswith(path)
    she.go(f"{page}afzeggen/")
    she.button("Bijeenkomst afzeggen")
    she.link("Opnieuw plannen")
    she.reads("Wanneer gaat het toch door?")


def test_pages_of_an_evaluation_that_comes(enter, waterveen, marieke, robin):
    coming = EvaluationFactory(municipality=waterveen, owner=marieke, opens_on=timezone.localdate() + timedelta(days=7))
    survey = EvaluationFactory(municipality=waterveen, owner=marieke, opened=True, closes_on=timezone.localdate() + timedelta(days=7))
    ahead, now = f"/evaluaties/{coming.uuid}/", f"/evaluaties/{survey.uuid}/"
    late = reverse("evaluations:participant_new", args=[survey.uuid])
    for screen in (ZOOMED, DESK):
        she = enter(marieke, screen=screen)
        for path in (ahead, f"{ahead}wijzigen/", f"{ahead}afzeggen/", now, f"{now}afzeggen/", f"{now}van-buiten/", late):
            she.go(path)
            assert she.page.url.endswith(path)


def test_pages_of_a_vision(enter, waterveen, marieke):
    """Empty, adopted, with one that is written beside it, and compared."""
    for screen in (ZOOMED, DESK):
        enter(marieke, screen=screen).go("/aanpak/visie/")
    held = adopted_vision(waterveen, goals=2, problem="Ruzie op straat.")
    draft = VisionFactory(municipality=waterveen, written_by=marieke, problem="Ruzie.")
    goal, page, writing = GoalFactory(vision=draft), f"/aanpak/visie/{held.uuid}/", f"/aanpak/visie/{draft.uuid}/"
    doing = f"{writing}doel/{goal.identity}/"
    for screen in (ZOOMED, DESK):
        she = enter(marieke, screen=screen)
        for path in (
            "/aanpak/visie/", "/aanpak/visie/vergelijken/", page, f"{page}opnieuw-bekijken/", *(f"{writing}stap/{number}/" for number in range(1, 8)),
            f"{writing}doel/", f"{writing}doel/nieuw/?cijfer=approach.vision_months", doing, f"{doing}weg/", f"{writing}controleren/",
            f"{writing}vaststellen/", f"{writing}weggooien/",
        ):
            she.go(path)
            assert she.page.url.endswith(path)


def test_pages_of_a_report_to_the_council(enter, waterveen, marieke):
    """Being made, not succeeded, a draft that a colleague spoke of, offered, issued, and what everybody reads of it."""
    PublicPageFactory(municipality=waterveen)
    second = MembershipFactory(policy_adviser=True, municipality=waterveen, user__name="Thijs")
    making = ReportFactory(municipality=waterveen, begun_by=marieke, making=True)
    failed = ReportFactory(municipality=waterveen, begun_by=marieke, making=True)
    Report.objects.filter(pk=failed.pk).update(state="failed", problem="Stap 2 van 5 is niet gelukt.")
    draft = ReportFactory(municipality=waterveen, begun_by=marieke)
    CommentFactory(report=draft, by=second)
    offered, given = (ReportFactory(municipality=waterveen, begun_by=marieke, offered=True) for _each in range(2))
    issued = council_report.issue(given, version=given.edits, by=second, at=timezone.now())
    page = f"/aanpak/verslagen/{draft.uuid}/"
    for screen in (ZOOMED, DESK):
        she = enter(second, screen=screen)
        for path in (
            "/aanpak/verslagen/", "/aanpak/verslagen/maken/", "/aanpak/verslagen/sjabloon/", "/aanpak/verslagen/sjabloon/wijzigen/",
            *(f"/aanpak/verslagen/{each.uuid}/" for each in (making, failed, draft, offered, issued)),
            f"{page}titel/", f"{page}deel/lead/", f"{page}voorbeeld/", f"{page}aanbieden/", f"{page}weggooien/",
            *(f"/aanpak/verslagen/{offered.uuid}/{each}/" for each in ("terugnemen", "vaststellen")),
            f"/openbaar/{waterveen.slug}/verslagen/", f"/openbaar/{waterveen.slug}/verslagen/{issued.number}/",
        ):
            she.go(path)
            assert she.page.url.endswith(path)


def test_pages_of_an_initiative(enter, waterveen, marieke, robin):
    """Waiting, taken back or not, with a text that waits for her yes, running with tasks, and done."""
    waiting, asked, running, done = (
        InitiativeFactory(owner=marieke, proposer=robin.member, filed_at=timezone.now(), **state)
        for state in (
            {}, {"answered": True, "public_title": "Samen aan tafel", "public_text": "Elke maand eten op het plein."}, {"running": True},
            {"answered": True, "state": "done", "brought": "Buren eten nu samen.", "people_reached": 40, "ended_at": timezone.now()},
        )
    )
    for task in ({}, {"done_at": timezone.now()}, {"dropped_at": timezone.now(), "dropped_because": "Niet nodig."}):
        TaskFactory(initiative=running, **task)
    of_all = [f"/ideeen/{each.uuid}/" for each in (waiting, asked, running, done)]
    for screen in (ZOOMED, DESK):
        for reader, more in (
            (marieke, ["/ideeen/beginnen/", "/ideeen/cijfers/", *(f"{of_all[2]}{each}/" for each in ("over", "taak", "openbaar"))]),
            (robin.member, ["/ideeen/nieuw/", f"{of_all[0]}terugnemen/"]),
        ):
            she = enter(reader, screen=screen)
            for path in ("/ideeen/", *of_all, *more):
                she.go(path)
                assert she.page.url.endswith(path)


def test_what_nobody_finds(enter, robin):
    enter(robin.member).go("/bestaat-niet/")


def test_pages_of_who_came_too_late(enter, waterveen):
    coordinator = MembershipFactory(coordinator=True, municipality=waterveen)
    actions.invite(actor=coordinator, email="gast@voorbeeld.example", name="Gast", roles=["key_figure"], at=timezone.now())
    she = enter()
    for path in ("/uitnodiging/", "/meedoen/bevestigen/", "/inloggen/via/mislukt/"):
        she.go(path)


@pytest.mark.parametrize("kind", [Visitor, ScriptlessVisitor], ids=["phone", "no-javascript"])
def test_pages_behind_the_link_of_a_mail(enter, waterveen, marieke, robin, kind):
    at = timezone.now()
    actions.invite(actor=marieke, email="gast@voorbeeld.example", name="Gast", roles=["candidate"], at=at)
    stages.move(robin, way.END, by=marieke, at=at, reason="time")
    delivery.deliver_waiting(at=at)
    by_address = {message.to[0]: re.search(r"https?://[^/]+(/\S+)", message.body).group(1) for message in mail.outbox}
    guest, she = enter(kind=kind), enter(kind=kind)

    she.go(by_address[robin.member.user.email])
    she.reads("Dank u wel")
    she.link("Bekijk wat er van mij bewaard wordt")
    she.link("Mail mij een code")
    she.fill("Uw mailadres", robin.member.user.email)
    she.button("Mail mij een code")
    she.fill("Code uit de mail", re.search(r"\b\d{4}-\d{4}\b", mail.outbox[-1].body).group())
    she.button("Inloggen")
    she.reads("Dit is alles wat de gemeente van u weet")
    guest.go(by_address["gast@voorbeeld.example"])
    guest.reads("Gemeente Waterveen nodigt u uit")
    guest.link("Bekijk alles wat wij nu van u bewaren")
    guest.reads("gast@voorbeeld.example")
    guest.link("Terug")


def test_a_fault_is_seen_where_javascript_is_off_too(enter):
    she = enter(kind=ScriptlessVisitor)
    wrong = '<html lang="nl"><title>Fout</title><main><h1>Fout</h1><noscript><input></noscript></main></html>'
    she.page.route("**/fout/", lambda route: route.fulfill(body=wrong, content_type="text/html"))
    she.page.goto(she.base + "/fout/")

    assert she.faults() == ["label: <input>"]


def test_the_language_and_quick_exit_with_one_press(enter, live_server, waterveen, settings):
    settings.QUICK_EXIT_URL = live_server.url + "/health/live/"
    noor = MembershipFactory(key_figure=True, municipality=waterveen, user__name="Noor el Amrani")
    MembershipFactory(official=True, municipality=waterveen)
    she = enter(noor)
    she.go("/")
    she.button("English")
    she.reads("Share a concern")
    she.button("Nederlands")
    she.link("Zorg delen")
    with she.page.expect_navigation():
        she.page.get_by_role("button", name="Snel weg").first.click()
    assert she.page.url.endswith("/health/live/")
    she.page.goto(live_server.url + "/meldingen/")
    assert "/inloggen/" in she.page.url


@pytest.mark.parametrize("kind", [Visitor, ScriptlessVisitor])
def test_after_quick_exit_the_back_button_shows_nothing(chromium, live_server, waterveen, settings, kind):
    settings.QUICK_EXIT_URL = live_server.url + "/health/live/"
    noor = MembershipFactory(key_figure=True, municipality=waterveen)
    MembershipFactory(official=True, municipality=waterveen)
    report = file_one(noor)
    she = visit(chromium, live_server, noor, kind=kind)
    for path in ("/", "/meldingen/", f"/meldingen/{report.uuid}/"):
        she.page.goto(live_server.url + path)
    assert report.number in she.page.content()
    with she.page.expect_navigation():
        she.page.get_by_role("button", name="Snel weg").click()
    assert she.page.context.cookies() == []
    for _press in range(3):
        she.page.go_back()
        assert "/inloggen/" in she.page.url
        assert report.number not in she.page.content()
    she.page.context.close()


def test_on_paper_own_data_is_an_overview_that_says_where_the_whole_is(enter, waterveen, robin):
    she = enter(robin.member)
    she.go("/mijn-gegevens/")
    she.page.emulate_media(media="print")

    assert she.page.get_by_text("Naam en inloggen").first.is_visible()
    assert she.page.get_by_text("Kies op het scherm “Bewaar als PDF”").is_visible()
    assert not any(each.is_visible() for each in she.page.locator("button, .utrecht-button-link").all())


def test_on_paper_a_receipt_is_a_receipt(enter, waterveen):
    MembershipFactory(official=True, municipality=waterveen, user__name="Ilse Bakker")
    noor = MembershipFactory(key_figure=True, municipality=waterveen)
    report = file_one(noor)
    she = enter(noor)
    she.go(f"/meldingen/{report.uuid}/ontvangst/")
    she.page.emulate_media(media="print")

    she.reads(report.number, "Ilse Bakker")
    assert not she.page.get_by_role("button", name="Snel weg").first.is_visible()
