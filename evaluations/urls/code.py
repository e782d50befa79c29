from django.urls import path

from evaluations.views import code_print, paper

urlpatterns = [
    path("evaluaties/<uuid:uuid>/codes/", code_print.code_print, name="code_print"),
    path("evaluaties/<uuid:uuid>/papier/", paper.paper, name="paper"),
]
