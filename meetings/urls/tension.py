from django.urls import path

from meetings.views.soon import soon

urlpatterns = [
    path("spanning/<uuid:uuid>/nazorg/", soon, name="aftercare"),
]
