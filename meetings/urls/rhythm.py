from django.urls import path

from meetings.views import rhythm as views

urlpatterns = [
    path("bijeenkomsten/jaar/", views.meeting_year, name="meeting_year"),
    path("bijeenkomsten/jaar/ritme/", views.rhythm_settings, name="rhythm_settings"),
    path("bijeenkomsten/jaar/<uuid:uuid>/plannen/", views.rhythm_plan, name="rhythm_plan"),
]
