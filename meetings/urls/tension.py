from django.urls import path

from meetings.views import extra_meeting, tension

urlpatterns = [
    path("spanning/", tension.tension_list, name="tension_list"),
    path("spanning/<uuid:uuid>/", tension.tension, name="tension"),
    path("spanning/<uuid:uuid>/fase/", tension.tension_phase, name="tension_phase"),
    path("spanning/<uuid:uuid>/afsluiten/", tension.tension_end, name="tension_end"),
    path("spanning/<uuid:uuid>/bijeenkomst/", extra_meeting.extra_meeting, name="extra_meeting"),
    path("spanning/<uuid:uuid>/bijeenkomst/wie/", extra_meeting.extra_meeting_who, name="extra_meeting_who"),
    path("spanning/gesprek/<uuid:uuid>/", tension.tension_call, name="tension_call"),
    path("spanning/gesprek/<uuid:uuid>/nazorg/", tension.aftercare, name="aftercare"),
]
