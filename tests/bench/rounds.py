"""Evaluations in numbers, for measuring only: rounds of questions in 342 municipalities that were answered and counted, in one INSERT each."""

from tests.bench.fill import execute

QUESTIONS = 20
SHEETS_OF_A_ROUND = 146  # so that ten rounds of 342 municipalities are 500,000 sheets


def lists():
    """A published list of QUESTIONS questions on the scale in each municipality."""
    execute(
        """
        INSERT INTO evaluations_questionnaire (uuid, municipality_id, use, title, shipped, submission, made_at)
        SELECT gen_random_uuid(), id, 'survey', 'Vragen', '', gen_random_uuid(), now() FROM accounts_municipality
        """,
    )
    execute(
        """
        INSERT INTO evaluations_version (uuid, municipality_id, questionnaire_id, number, languages, edits, begun_at)
        SELECT gen_random_uuid(), municipality_id, id, 1, '{}', 1, now() FROM evaluations_questionnaire
        """,
    )
    execute(
        """
        INSERT INTO evaluations_section (uuid, version_id, position, title, intro)
        SELECT gen_random_uuid(), id, 1, '{"nl": "Samenwerken"}', '{}' FROM evaluations_version
        """,
    )
    execute(
        """
        INSERT INTO evaluations_question (uuid, version_id, section_id, identity, position, kind, words, help, choices, is_required, shown_if_answers,
            counts_for_trust)
        SELECT gen_random_uuid(), version_id, id, gen_random_uuid(), n, 'scale', jsonb_build_object('nl', 'Vraag ' || n), '{}', '[]', false, '{}', n <= 3
        FROM evaluations_section, generate_series(1, %s) AS n
        """,
        [QUESTIONS],
    )
    execute("UPDATE evaluations_version SET published_at = now()")


def counted(rounds, *, municipalities):
    """So many rounds in each of the first `municipalities`, half a year apart, SHEETS_OF_A_ROUND answers each."""
    execute(
        """
        WITH places AS (SELECT id FROM accounts_municipality ORDER BY id LIMIT %s),
        owners AS (SELECT municipality_id, max(id) AS id FROM accounts_membership WHERE roles = '{coordinator}' GROUP BY municipality_id)
        INSERT INTO evaluations_evaluation (uuid, municipality_id, kind, title, state, owner_id, questions_id, opens_on, closes_on, planned_at, opened_at,
            closed_at, counted_at, shared_at, cancelled_because, heard, doing, submission, edits)
        SELECT gen_random_uuid(), places.id, 'survey', 'Ronde ' || n, 'shared', owners.id, version.id, day, day + 21, day - 30, day, day + 22, day + 22, day + 30,
            '', 'Dit hoorden wij.', 'Dit doen wij.', gen_random_uuid(), 1
        FROM places JOIN owners ON owners.municipality_id = places.id JOIN evaluations_version AS version ON version.municipality_id = places.id,
            generate_series(1, %s) AS n, LATERAL (SELECT current_date - 60 - 180 * n AS day) AS days
        """,
        [municipalities, rounds],
    )
    execute(
        """
        INSERT INTO evaluations_response (evaluation_id, "group", asked, answered)
        SELECT id, 'key_figures', %s + 20, %s FROM evaluations_evaluation WHERE state = 'shared'
        """,
        [SHEETS_OF_A_ROUND, SHEETS_OF_A_ROUND],
    )
    execute(
        """
        INSERT INTO evaluations_outcome (evaluation_id, "group", identity, counts, answered)
        SELECT evaluation.id, 'key_figures', question.identity, jsonb_build_object('1', 6, '2', 20, '3', 30, '4', 40, '5', %s - 106, 'x', 10), %s - 10
        FROM evaluations_evaluation AS evaluation JOIN evaluations_question AS question ON question.version_id = evaluation.questions_id
        WHERE evaluation.state = 'shared'
        """,
        [SHEETS_OF_A_ROUND, SHEETS_OF_A_ROUND],
    )


def planned():
    """In each municipality a round that opens today."""
    execute(
        """
        WITH owners AS (SELECT municipality_id, max(id) AS id FROM accounts_membership WHERE roles = '{coordinator}' GROUP BY municipality_id)
        INSERT INTO evaluations_evaluation (uuid, municipality_id, kind, title, state, owner_id, questions_id, opens_on, closes_on, planned_at,
            cancelled_because, heard, doing, submission, edits)
        SELECT gen_random_uuid(), owners.municipality_id, 'survey', 'Deze ronde', 'planned', owners.id, version.id, current_date, current_date + 21, now(),
            '', '', '', gen_random_uuid(), 1
        FROM owners JOIN evaluations_version AS version USING (municipality_id)
        """,
    )


def empty():
    execute("TRUNCATE evaluations_evaluation, terms_clock, notifications_message CASCADE")
