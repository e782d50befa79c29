from django.urls import path

from keyfigures.views import soon

urlpatterns = [
    path("sleutelfiguren/mix/", soon.soon, name="mix"),
]
