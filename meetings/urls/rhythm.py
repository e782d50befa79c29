from django.urls import path

from meetings.views.soon import soon

urlpatterns = [
    path("bijeenkomsten/jaar/<uuid:uuid>/plannen/", soon, name="rhythm_plan"),
]
