from django.db import migrations

# Who was a key figure before this app existed confirmed an invitation, and has no agreement here yet: that is her next step.
MAKE = """
    INSERT INTO keyfigures_keyfigure (uuid, municipality_id, member_id, came_by, stage, stage_since, end_reason, had_exit_talk, channel,
        good_times, not_times, network_roles, profile_types, formality, offered_languages, age_band, own_words)
    SELECT gen_random_uuid(), municipality_id, id, 'invited', 'agreement', current_date, '', false, '', '', '', '{}', '{}', '', '{}', '', ''
    FROM accounts_membership WHERE 'key_figure' = ANY (roles) AND (end_date IS NULL OR end_date > current_date)
"""


class Migration(migrations.Migration):
    dependencies = [("keyfigures", "0002_one_municipality")]

    operations = [migrations.RunSQL(MAKE, migrations.RunSQL.noop)]
