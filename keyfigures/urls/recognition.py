from django.urls import path

from keyfigures.views import recognition as views

urlpatterns = [
    path("waardering/", views.recognition_list, name="recognition_list"),
    path("mijn/waardering/", views.own_recognitions, name="own_recognitions"),
    path("mijn/waardering/<uuid:uuid>/", views.recognition_detail, name="recognition_detail"),
    path("mijn/waardering/<uuid:uuid>/terugnemen/", views.recognition_take_back, name="recognition_take_back"),
    path("sleutelfiguren/<uuid:uuid>/bedanken/", views.recognition_new, name="recognition_new"),
    path("waardering/<slug:slug>/", views.recognition_public, name="recognition_public"),
]
