from django.urls import path

from meetings.views import figures

urlpatterns = [
    path("sleutelfiguren/bijeenkomsten/", figures.figures, name="figures"),
]
