from django.urls import path

from evaluations.views import sharing as views

urlpatterns = [
    path("onze-antwoorden/", views.shared_list, name="shared_list"),
    path("onze-antwoorden/<uuid:uuid>/", views.shared_detail, name="shared_detail"),
    path("evaluaties/<uuid:uuid>/terugkoppelen/", views.sharing_write, name="sharing_write"),
    path("evaluaties/<uuid:uuid>/terugkoppelen/bekijken/", views.sharing_look, name="sharing_look"),
    path("evaluaties/<uuid:uuid>/terugkoppelen/delen/", views.sharing_publish, name="sharing_publish"),
]
