from django.urls import path

from evaluations.views import evaluation as views

urlpatterns = [
    path("evaluaties/", views.evaluation_list, name="evaluation_list"),
    path("evaluaties/<uuid:uuid>/", views.evaluation_detail, name="evaluation_detail"),
]
