from django.urls import path

from keyfigures.views import soon

urlpatterns = [
    path("verzoeken/", soon.soon, name="ask_list"),
    path("verzoeken/<uuid:uuid>/", soon.soon, name="ask_detail"),
]
