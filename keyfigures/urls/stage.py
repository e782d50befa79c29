from django.urls import path

from keyfigures.views import stage

urlpatterns = [
    path("sleutelfiguren/fasen/", stage.stage_board, name="stage_board"),
    path("sleutelfiguren/verloop/", stage.turnover, name="turnover"),
    path("sleutelfiguren/<uuid:uuid>/stap/<slug:name>/", stage.stage_step, name="stage_step"),
]
