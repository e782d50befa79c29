from django.urls import path

from meetings.views.soon import soon

urlpatterns = [
    path("bijeenkomsten/<uuid:uuid>/verslag/schrijven/", soon, name="report_edit"),
    path("bijeenkomsten/verbeteringen/<uuid:uuid>/", soon, name="correction_decide"),
]
