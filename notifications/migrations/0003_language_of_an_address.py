from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("notifications", "0002_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="message",
            name="language",
            field=models.CharField(blank=True, choices=[("nl", "Nederlands"), ("en", "English")], db_default="", max_length=5),
        ),
    ]
