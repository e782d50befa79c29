from django.urls import path

from keyfigures.views import figure, figure_list

urlpatterns = [
    path("sleutelfiguren/", figure_list.figure_list, name="figure_list"),
    path("sleutelfiguren/zoeken/", figure_list.figure_find, name="figure_find"),
    path("sleutelfiguren/lijst/<slug:kind>/", figure_list.figure_file, name="figure_file"),
    path("sleutelfiguren/<uuid:uuid>/", figure.figure_detail, name="figure_detail"),
]
