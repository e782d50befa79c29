from django.urls import path

from evaluations.views import interview as views

urlpatterns = [
    path("evaluaties/<uuid:uuid>/thema/", views.theme_new, name="theme_new"),
    path("evaluaties/themas/<uuid:uuid>/", views.theme_change, name="theme_change"),
    path("evaluaties/themas/<uuid:uuid>/weg/", views.theme_remove, name="theme_remove"),
]
