from django.urls import path

from keyfigures.views import soon

urlpatterns = [
    path("waardering/", soon.soon, name="recognition_list"),
    path("sleutelfiguren/<uuid:uuid>/bedanken/", soon.soon, name="recognition_new"),
]
