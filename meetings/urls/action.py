from django.urls import path

from meetings.views import action as views
from meetings.views import point

urlpatterns = [
    path("bijeenkomsten/punten/<uuid:uuid>/gedaan/", point.point_result, name="point_result"),
    path("bijeenkomsten/punten/<uuid:uuid>/antwoord/", point.point_answer, name="point_answer"),
    path("bijeenkomsten/acties/<uuid:uuid>/", views.action_detail, name="action_detail"),
    path("bijeenkomsten/acties/<uuid:uuid>/ja/", views.action_accept, name="action_accept"),
    path("bijeenkomsten/acties/<uuid:uuid>/nee/", views.action_decline, name="action_decline"),
    path("bijeenkomsten/acties/<uuid:uuid>/gedaan/", views.action_done, name="action_done"),
    path("bijeenkomsten/acties/<uuid:uuid>/geven/", views.action_give, name="action_give"),
    path("bijeenkomsten/acties/<uuid:uuid>/niet/", views.action_drop, name="action_drop"),
]
