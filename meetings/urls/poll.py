from django.urls import path

from meetings.views.soon import soon

urlpatterns = [
    path("bijeenkomsten/datum-prikken/<uuid:uuid>/", soon, name="poll_detail"),
]
