from django.urls import path

from meetings.views import pulse

urlpatterns = [
    path("bijeenkomsten/<uuid:uuid>/vragen/", pulse.pulse, name="pulse"),
    path("bijeenkomsten/<uuid:uuid>/vragen/dank/", pulse.pulse_thanks, name="pulse_thanks"),
]
