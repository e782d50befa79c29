"""Meetings in numbers, for measuring only: 342 municipalities, 50,000 meetings and a million invitations, in one INSERT each."""

from tests.bench.fill import execute

EACH = 20  # invitations of a meeting
CROWD = 500  # of the one that is looked at
DATES = 5


def meetings(total, *, in_first):
    """`total` meetings with EACH invitations, of which `in_first` in the first municipality: half of them were, half are ahead."""
    execute(
        """
        WITH places AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM accounts_municipality),
        coordinators AS (SELECT municipality_id, max(id) AS id FROM accounts_membership WHERE roles = '{coordinator}' GROUP BY municipality_id),
        rows AS (SELECT n, CASE WHEN n <= %s THEN 0 ELSE 1 + n %% 341 END AS place FROM generate_series(1, %s) AS n)
        INSERT INTO meetings_meeting (uuid, municipality_id, kind, occasion, title, starts_at, ends_at, place, link, organiser_id, submission, state,
            ical_uid, sequence, version, planned_at, invited_at)
        SELECT gen_random_uuid(), places.id, 'network', 'quiet', 'Bijeenkomst ' || n, now() + (n %% 400 - 200) * interval '1 day' + interval '1 hour',
            now() + (n %% 400 - 200) * interval '1 day' + interval '3 hours', 'Buurthuis', '', coordinators.id, gen_random_uuid(), 'planned',
            gen_random_uuid(), 0, 1, now() - interval '300 days', now() - interval '300 days'
        FROM rows JOIN places USING (place) JOIN coordinators ON coordinators.municipality_id = places.id
        """,
        [in_first, total],
    )
    execute(
        """
        INSERT INTO meetings_attendee (uuid, municipality_id, meeting_id, member_id, is_required, answer, answered_at, answered_by, seat, seat_since, needs,
            food, brings, told_sequence, may_give_pulse, link_number)
        SELECT gen_random_uuid(), meeting.municipality_id, meeting.id, member.id, false, 'yes', now(), 'site', 'place', now(), '{}', '', '', 0, false, 1
        FROM meetings_meeting AS meeting JOIN LATERAL (
            SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM accounts_membership
                            WHERE municipality_id = meeting.municipality_id AND roles = '{key_figure}') AS people WHERE place <= %s
        ) AS member ON true
        """,
        [EACH],
    )


def crowd():
    """One meeting in the first municipality, next month, to which nobody is invited yet, and a poll of DATES dates that CROWD people answered."""
    execute(
        """
        INSERT INTO meetings_meeting (uuid, municipality_id, kind, occasion, title, starts_at, ends_at, place, link, organiser_id, submission, state,
            ical_uid, sequence, version, planned_at)
        SELECT gen_random_uuid(), municipality_id, 'network', 'quiet', 'Groot', now() + interval '30 days', now() + interval '30 days 2 hours', 'Theater', '',
            organiser_id, gen_random_uuid(), 'planned', gen_random_uuid(), 0, 1, now()
        FROM meetings_meeting ORDER BY municipality_id LIMIT 1
        """,
    )
    execute(
        """
        INSERT INTO meetings_datepoll (uuid, municipality_id, kind, occasion, title, place, organiser_id, last_day, answers_are_open, submission, state, version,
            made_at)
        SELECT gen_random_uuid(), municipality_id, 'network', 'quiet', 'Wanneer', '', organiser_id, current_date + 7, true, gen_random_uuid(), 'open', 1, now()
        FROM meetings_meeting WHERE title = 'Groot'
        """,
    )
    execute(
        """
        INSERT INTO meetings_polloption (uuid, poll_id, starts_at, ends_at)
        SELECT gen_random_uuid(), poll.id, now() + n * interval '9 days', now() + n * interval '9 days' + interval '2 hours'
        FROM meetings_datepoll AS poll, generate_series(2, %s) AS n
        """,
        [DATES + 1],
    )
    execute(
        """
        INSERT INTO meetings_pollinvitee (uuid, municipality_id, poll_id, member_id, is_required, answered_at, answered_by, must_look_again, link_number, asked_at)
        SELECT gen_random_uuid(), poll.municipality_id, poll.id, member.id, false, now(), 'site', false, 1, now()
        FROM meetings_datepoll AS poll JOIN LATERAL (
            SELECT id FROM accounts_membership WHERE municipality_id = poll.municipality_id AND roles = '{key_figure}' ORDER BY id LIMIT %s
        ) AS member ON true
        """,
        [CROWD],
    )
    execute(
        """
        INSERT INTO meetings_pollanswer (invitee_id, option_id, availability)
        SELECT invitee.id, option.id, (ARRAY['yes', 'if_needed', 'no'])[1 + (invitee.id + option.id) %% 3]
        FROM meetings_pollinvitee AS invitee JOIN meetings_polloption AS option USING (poll_id)
        """,
        [],
    )


def feeds():
    """An own calendar for each who is invited in the first municipality."""
    execute(
        """
        INSERT INTO meetings_calendarfeed (uuid, member_id, renewed_at)
        SELECT gen_random_uuid(), member_id, now() FROM meetings_attendee
        WHERE municipality_id = (SELECT min(id) FROM accounts_municipality) GROUP BY member_id
        """,
    )
    execute("ANALYZE")


def empty():
    execute("TRUNCATE meetings_meeting, meetings_datepoll, meetings_calendarfeed, terms_clock, notifications_message CASCADE")
