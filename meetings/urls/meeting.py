from django.urls import path

from meetings.views.soon import soon

urlpatterns = [
    path("bijeenkomsten/", soon, name="meeting_list"),
    path("bijeenkomsten/<uuid:uuid>/", soon, name="meeting_detail"),
]
