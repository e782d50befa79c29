from django.urls import path

from keyfigures.views import asking as views

urlpatterns = [
    path("verzoeken/", views.ask_list, name="ask_list"),
    path("sleutelfiguren/<uuid:uuid>/vragen/", views.ask_new, name="ask_new"),
    path("verzoeken/<uuid:uuid>/", views.ask_detail, name="ask_detail"),
    path("verzoeken/<uuid:uuid>/ja/", views.ask_accept, name="ask_accept"),
    path("verzoeken/<uuid:uuid>/nee/", views.ask_decline, name="ask_decline"),
    path("verzoeken/<uuid:uuid>/terugnemen/", views.ask_take_back, name="ask_take_back"),
    path("verzoeken/<uuid:uuid>/gedaan/", views.ask_done, name="ask_done"),
    path("verzoeken/<uuid:uuid>/uren/", views.ask_hours, name="ask_hours"),
    path("verzoeken/<uuid:uuid>/vertellen/", views.ask_result, name="ask_result"),
]
