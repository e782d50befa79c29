from django.urls import path

from meetings.views import correction
from meetings.views import report as views

urlpatterns = [
    path("bijeenkomsten/<uuid:uuid>/verslag/", views.report_detail, name="report_detail"),
    path("bijeenkomsten/<uuid:uuid>/verslag/pdf/", views.report_pdf, name="report_pdf"),
    path("bijeenkomsten/<uuid:uuid>/verslag/schrijven/", views.report_edit, name="report_edit"),
    path("bijeenkomsten/<uuid:uuid>/verslag/nakijken/", views.report_check, name="report_check"),
    path("bijeenkomsten/punten/<uuid:uuid>/verbetering/", correction.correction_new, name="correction_new"),
    path("bijeenkomsten/verbeteringen/<uuid:uuid>/", correction.correction_decide, name="correction_decide"),
    path("bijeenkomsten/verbeteringen/<uuid:uuid>/overnemen/", correction.correction_take_over, name="correction_take_over"),
    path("bijeenkomsten/verbeteringen/<uuid:uuid>/laten/", correction.correction_leave_out, name="correction_leave_out"),
]
