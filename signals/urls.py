from django.urls import path

from signals.views import clocks, desk, intake, own, readers, receipt, review, share, steps, worklist

app_name = "signals"
urlpatterns = [
    path("", worklist.report_list, name="report_list"),
    path("zorg-delen/", share.share, name="share"),
    path("zorg-delen/praten/", share.share_talk, name="share_talk"),
    path("zorg-delen/schrijven/controleren/", share.share_check, name="share_check"),
    path("zorg-delen/schrijven/<slug:name>/", share.share_write, name="share_write"),
    path("telefonisch/", intake.intake, name="intake"),
    path("klok/", clocks.clock_status, name="clock_status"),
    path("noodtoegang/", readers.break_glass, name="break_glass"),
    path("<uuid:uuid>/", desk.report_detail, name="report_detail"),
    path("<uuid:uuid>/openen/", readers.report_reason, name="report_reason"),
    path("<uuid:uuid>/ontvangst/", receipt.receipt, name="receipt"),
    path("<uuid:uuid>/ontvangst.pdf", receipt.receipt_pdf, name="receipt_pdf"),
    path("<uuid:uuid>/bericht/", desk.report_message, name="report_message"),
    path("<uuid:uuid>/notitie/", desk.report_note, name="report_note"),
    path("<uuid:uuid>/stap/<slug:name>/", steps.report_step, name="report_step"),
    path("<uuid:uuid>/nakijken/<uuid:feedback>/", review.feedback_review, name="feedback_review"),
    path("<uuid:uuid>/toegang/", readers.report_access, name="report_access"),
    path("<uuid:uuid>/toegang/<int:pk>/beeindigen/", readers.access_revoke, name="access_revoke"),
    path("<uuid:uuid>/beoordelen/", own.rate, name="report_rate"),
    path("<uuid:uuid>/intrekken/", own.withdraw, name="report_withdraw"),
    path("<uuid:uuid>/heropenen/", own.ask_reopen, name="report_ask_reopen"),
]
