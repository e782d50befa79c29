from django.urls import path

from meetings.views import planning as views

urlpatterns = [
    path("bijeenkomsten/plannen/", views.meeting_new, name="meeting_new"),
    path("bijeenkomsten/<uuid:uuid>/wijzigen/", views.meeting_edit, name="meeting_edit"),
    path("bijeenkomsten/<uuid:uuid>/afzeggen/", views.meeting_cancel, name="meeting_cancel"),
    path("bijeenkomsten/<uuid:uuid>/opnieuw/", views.meeting_replan, name="meeting_replan"),
]
