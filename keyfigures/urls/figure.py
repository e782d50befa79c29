from django.urls import path

from keyfigures.views import figure, soon

urlpatterns = [
    path("sleutelfiguren/", soon.soon, name="figure_list"),
    path("sleutelfiguren/fasen/", soon.soon, name="stage_board"),
    path("sleutelfiguren/<uuid:uuid>/", figure.figure_detail, name="figure_detail"),
]
