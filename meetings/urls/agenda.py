from django.urls import path

from meetings.views.soon import soon

urlpatterns = [
    path("bijeenkomsten/punten/<uuid:uuid>/", soon, name="point_detail"),
    path("bijeenkomsten/punten/<uuid:uuid>/antwoord/", soon, name="point_answer"),
    path("bijeenkomsten/acties/<uuid:uuid>/", soon, name="action_detail"),
]
