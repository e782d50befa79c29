from django.urls import path

from meetings.views import meeting as views

urlpatterns = [
    path("bijeenkomsten/", views.meeting_list, name="meeting_list"),
    path("bijeenkomsten/<uuid:uuid>/", views.meeting_detail, name="meeting_detail"),
]
