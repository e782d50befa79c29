"""Many rows at once, for measuring only: 342 municipalities, as the Netherlands has, and reports spread over them."""

from datetime import timedelta

from django.contrib.auth.hashers import make_password
from django.db import connection
from django.test import Client
from django.utils import timezone

from accounts.models import Membership, Municipality, User
from signals import drafts
from tests.factories.signals import ANSWERS

MUNICIPALITIES = 342


def execute(sql, values=()):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def settle():
    """As a database that ran for a day: cleaned, its plans known, all on disk. Else Postgres does that while a page is measured."""
    execute("VACUUM (ANALYZE)")
    execute("CHECKPOINT")


def municipalities():
    today = timezone.localdate()
    rows = [
        Municipality(
            name=f"Gemeente {number}", slug=f"gemeente-{number}", contact_phone="010 123 45 67",
            dpia_date=today, fg_advice="positive", fg_advice_date=today, reports_per_hour=32000, reports_per_day=32000,
        )
        for number in range(MUNICIPALITIES)
    ]  # fmt: skip
    made = Municipality.objects.bulk_create(rows)
    for role, name in (("report_official", "official"), ("report_official", "second"), ("key_figure", "figure")):
        password = make_password(None)
        people = User.objects.bulk_create(User(email=f"{name}{each.pk}@bench.example", name=name, password=password) for each in made)
        Membership.objects.bulk_create(
            Membership(user=person, municipality=each, roles=[role], start_date=today - timedelta(days=400)) for person, each in zip(people, made, strict=True)
        )
    return made


def cookie_of(member):
    """A session of hers, as the browser holds it."""
    from tests.factories.accounts import log_in

    return log_in(Client(), member).cookies["sessionid"].value


def prepared_drafts(number):
    """`number` concerns that are written down and not sent yet, each of a person of her own: (session, member)."""
    password, today = make_password(None), timezone.localdate()
    places = list(Municipality.objects.order_by("pk"))
    people = User.objects.bulk_create(User(email=f"w{each}@bench.example", name=f"Persoon {each}", password=password) for each in range(number))
    members = Membership.objects.bulk_create(
        Membership(user=person, municipality=places[place % len(places)], roles=["key_figure"], start_date=today - timedelta(days=400))
        for place, person in enumerate(people)
    )
    answers = {**ANSWERS, "name_may_be_mentioned": "no"}
    cookies = []
    for member in members:
        drafts.save(member, "write", answers=answers, at=timezone.now() + timedelta(hours=6))
        cookies.append(cookie_of(member))
    return cookies


def reports(total, *, in_first):
    """`total` open reports with one promise each; `in_first` of them in the first municipality."""
    execute("ALTER TABLE signals_concernreport DISABLE TRIGGER USER")
    execute(
        """
        WITH places AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM accounts_municipality),
        handlers AS (SELECT municipality_id, min(id) AS official, max(id) AS second FROM accounts_membership
                     WHERE roles = '{report_official}' GROUP BY municipality_id),
        figures AS (SELECT municipality_id, min(id) AS figure FROM accounts_membership WHERE roles = '{key_figure}' GROUP BY municipality_id),
        rows AS (SELECT n, CASE WHEN n <= %s THEN 0 ELSE 1 + n %% 341 END AS place FROM generate_series(1, %s) AS n)
        INSERT INTO signals_concernreport (uuid, municipality_id, year, sequence, submission, way, reporter_id, contact_person_id, deputy_id,
            name_may_be_mentioned, state, outcome, handed_to, received_at, counted_from, changed_at, next_due_at)
        SELECT gen_random_uuid(), places.id, 2026, rows.n, gen_random_uuid(), 'written', figure, official, second, false, 'taken_on', '', '',
            now() - rows.n %% 200 * interval '1 hour', now(), now(), now() + (rows.n %% 4000 - 500) * interval '1 minute'
        FROM rows JOIN places USING (place) JOIN handlers ON handlers.municipality_id = places.id JOIN figures ON figures.municipality_id = places.id
        """,
        [in_first, total],
    )
    execute("ALTER TABLE signals_concernreport ENABLE TRIGGER USER")
    execute(
        """
        INSERT INTO terms_clock (uuid, municipality_id, kind, subject, owner_id, waiter_id, promised_at, working_days, due_at, pause_reason, look_again_at)
        SELECT gen_random_uuid(), municipality_id, 'signals.first_feedback', uuid, contact_person_id, reporter_id, received_at - interval '10 days', 10,
            next_due_at, '', now() + interval '30 days'
        FROM signals_concernreport
        """,
    )
    execute("ANALYZE")


def due_clocks(number):
    """So many promises that are due now."""
    execute(
        """
        UPDATE terms_clock SET due_at = now() - interval '3 days', look_again_at = now() - interval '1 hour'
        WHERE id IN (SELECT id FROM terms_clock ORDER BY id LIMIT %s)
        """,
        [number],
    )


def texts(number):
    """So many texts whose day has come, ten for each report."""
    execute(
        """
        INSERT INTO signals_sealedtext (uuid, report_id, purpose, name, author_id, at, sealed, key_id, purge_on)
        SELECT gen_random_uuid(), report.id, 'answer', 'a' || n, report.reporter_id, now() - interval '28 days', decode(repeat('ab', 400), 'hex'), '1', current_date
        FROM (SELECT * FROM signals_concernreport ORDER BY id LIMIT %s) AS report, generate_series(1, 10) AS n
        """,
        [number // 10],
    )
    execute("ANALYZE")


def empty():
    execute(
        "TRUNCATE signals_concernreport, signals_reportevent, signals_sealedtext, signals_feedback, signals_rating, signals_accessgrant,"
        " signals_reportcounter, terms_clock, terms_pause, notifications_message, audit_entry CASCADE",
    )


def count(table):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        return cursor.fetchone()[0]
