from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MeetingsConfig(AppConfig):
    name = "meetings"
    verbose_name = _("Meetings")

    def ready(self) -> None:
        from accounts import leaving, rotation  # noqa: PLC0415  app ready: models exist now
        from keyfigures import balance, endings  # noqa: PLC0415
        from keyfigures.views import network  # noqa: PLC0415
        from meetings import indicators, invitation_mail, log_verbs, notices, poll_mail, promises, reminders  # noqa: PLC0415
        from meetings.actions import action, answers, calling, erasing, poll_answer  # noqa: PLC0415
        from meetings.balance import SOURCES  # noqa: PLC0415
        from meetings.models.pulse import PulseEnvelope  # noqa: PLC0415

        promises.register()
        notices.register()
        invitation_mail.register()
        poll_mail.register()
        reminders.register()
        leaving.register(answers.leave_all)
        leaving.register(poll_answer.leave_all)
        log_verbs.register()
        indicators.register()
        erasing.register()
        rotation.register(PulseEnvelope)
        balance.register(*SOURCES)
        network.register("meetings:figures", _("Meetings"), "keyfigures.figures")
        endings.register(calling.promise_nothing_more)
        endings.register(action.give_back_all)
