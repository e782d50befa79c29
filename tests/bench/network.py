"""Key figures in numbers, for measuring only: 342 municipalities, 20,000 key figures and a million contacts, in one INSERT each."""

from django.db import connection, transaction

from tests.bench.fill import execute

AREAS = ("Noord", "Midden", "Zuid")


def areas():
    for name in AREAS:
        execute("INSERT INTO keyfigures_area (uuid, municipality_id, name, is_active) SELECT gen_random_uuid(), id, %s, true FROM accounts_municipality", [name])


def coordinators():
    """One of each municipality, beside who `fill.municipalities` made."""
    _people("coordinator", "coordinator", 1)


@transaction.atomic
def figures(total, *, in_first):
    """`total` active key figures: `in_first` of them in the first municipality, the others spread over the rest.

    In one transaction with their agreements: nobody is active without one.
    """
    others = (total - in_first) // (_count("accounts_municipality") - 1) if total > in_first else 0
    _people("network", "key_figure", others, in_first=in_first)
    execute(
        """
        INSERT INTO keyfigures_keyfigure (uuid, municipality_id, member_id, contact_person_id, came_by, stage, stage_since, joined_on, end_reason,
            had_exit_talk, channel, good_times, not_times, network_roles, profile_types, formality, known_before, offered_languages, age_band, own_words,
            last_quiet_contact_on)
        SELECT gen_random_uuid(), membership.municipality_id, membership.id, coordinator.id, 'invited',
            (ARRAY['active', 'active', 'active', 'active', 'introduction', 'agreement', 'paused'])[1 + membership.id %% 7], current_date - 200,
            CASE WHEN membership.id %% 7 IN (4, 5) THEN NULL ELSE current_date - 200 END, '', false, 'call', '', '',
            ARRAY[(ARRAY['think_along', 'mediate', 'prevent'])[1 + membership.id %% 3]],
            ARRAY[(ARRAY['connector', 'representative', 'doer', 'critical_thinker'])[1 + membership.id %% 4]], 'informal', membership.id %% 2 = 0, '{}',
            (ARRAY['under_27', '27_44', '45_64', '65_up'])[1 + membership.id %% 4], '', current_date - (membership.id %% 90)::int
        FROM accounts_membership AS membership
        JOIN accounts_user AS person ON person.id = membership.user_id AND person.email LIKE 'network%%'
        JOIN accounts_membership AS coordinator ON coordinator.municipality_id = membership.municipality_id AND coordinator.roles = '{coordinator}'
        """,
        [],
    )
    agreements()
    execute(
        """
        INSERT INTO keyfigures_keyfigure_areas (keyfigure_id, area_id)
        SELECT figure.id, area.id FROM keyfigures_keyfigure AS figure
        JOIN (SELECT id, municipality_id, row_number() OVER (PARTITION BY municipality_id ORDER BY id) AS place FROM keyfigures_area) AS area
            ON area.municipality_id = figure.municipality_id AND area.place = 1 + figure.id %% 3
        """,
        [],
    )
    execute(
        """
        INSERT INTO terms_clock (uuid, municipality_id, kind, subject, owner_id, waiter_id, promised_at, working_days, due_at, pause_reason, look_again_at)
        SELECT gen_random_uuid(), municipality_id, 'keyfigures.contact', uuid, contact_person_id, member_id, now() - interval '40 days', 40,
            now() + (id %% 60 - 2) * interval '1 day', '', now() + interval '30 days'
        FROM keyfigures_keyfigure WHERE stage = 'active'
        """,
    )


def agreements():
    """One text per municipality, and an agreement that holds for who is active or pauses."""
    execute(
        """
        INSERT INTO keyfigures_agreementtemplate (uuid, municipality_id, version, goal, role, expectations, concerns, stopping, reconsideration, published_at)
        SELECT gen_random_uuid(), id, 1, 'doel', 'rol', 'verwachting', 'zorgen', 'stoppen', 'heroverweging', now() FROM accounts_municipality
        """,
    )
    execute(
        """
        INSERT INTO keyfigures_agreement (uuid, municipality_id, key_figure_id, template_id, version, her_words, our_words, begun_at, begun_by_id,
            confirmed_by_her_at, confirmed_by_us_at, confirmed_by_id, holds_from, review_on)
        SELECT gen_random_uuid(), figure.municipality_id, figure.id, text.id, 1, '', '', now(), contact_person_id, now(), now(), contact_person_id,
            current_date - 200, current_date + 165
        FROM keyfigures_keyfigure AS figure JOIN keyfigures_agreementtemplate AS text USING (municipality_id) WHERE stage IN ('active', 'paused')
        """,
    )


def contacts(total):
    """So many contacts of the last two years, spread over all key figures."""
    execute(
        """
        INSERT INTO keyfigures_contactmoment (uuid, municipality_id, key_figure_id, official_id, logged_by_id, logged_at, "on", how, occasion, topic, theme, next_step)
        SELECT gen_random_uuid(), figure.municipality_id, figure.id, figure.contact_person_id, figure.contact_person_id, now(), current_date - (n %% 700)::int,
            'call', CASE WHEN n %% 5 = 0 THEN 'incident' ELSE 'quiet' END, 'neighbourhood', (ARRAY['none', 'online', 'right', 'jihadism', 'left'])[1 + n %% 5], ''
        FROM keyfigures_keyfigure AS figure, generate_series(1, %s / (SELECT count(*) FROM keyfigures_keyfigure)) AS n
        """,
        [total],
    )
    execute("ANALYZE")


def grow_old(contacts_kept_too_long):
    """So many contacts were more than two years ago, and the rhythm of every tenth key figure ended yesterday."""
    execute(
        'UPDATE keyfigures_contactmoment SET "on" = "on" - 731 WHERE id IN (SELECT id FROM keyfigures_contactmoment ORDER BY id LIMIT %s)',
        [contacts_kept_too_long],
    )
    execute("UPDATE terms_clock SET look_again_at = now() + interval '30 days', due_at = now() + interval '20 days'")
    execute("UPDATE terms_clock SET due_at = now() - interval '1 day', look_again_at = now() - interval '1 hour' WHERE id %% 10 = 0", [])
    execute("ANALYZE")


def empty():
    execute(
        "TRUNCATE keyfigures_keyfigure, keyfigures_agreement, keyfigures_agreementtemplate, keyfigures_contactmoment, keyfigures_stagestep, keyfigures_area, keyfigures_frozenmix, terms_clock, terms_pause,"
        " notifications_message, audit_entry CASCADE",
    )
    execute("DELETE FROM accounts_membership USING accounts_user AS person WHERE person.id = user_id AND person.email LIKE 'network%%'", [])
    execute("DELETE FROM accounts_user WHERE email LIKE 'network%%'", [])


def _people(prefix, role, each, *, in_first=None):
    """`each` members with this role per municipality (`in_first` of the first), who cannot log in by password."""
    execute(
        """
        WITH places AS (SELECT id, row_number() OVER (ORDER BY id) AS place FROM accounts_municipality),
        people AS (
            INSERT INTO accounts_user (email, name, password, language, is_active, is_staff, is_superuser, joined_at)
            SELECT %s || '-' || places.id || '-' || n || '@bench.example', 'Persoon ' || n, '!', 'nl', true, false, false, now()
            FROM places, generate_series(1, CASE WHEN place = 1 THEN %s ELSE %s END) AS n
            RETURNING id, email
        )
        INSERT INTO accounts_membership (uuid, user_id, municipality_id, roles, exception_reason, start_date, phone)
        SELECT gen_random_uuid(), id, split_part(email, '-', 2)::bigint, ARRAY[%s], '', current_date - 400, '' FROM people
        """,
        [prefix, each if in_first is None else in_first, each, role],
    )


def _count(table):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        return cursor.fetchone()[0]
