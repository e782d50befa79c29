from django.urls import path

from keyfigures.views import soon

urlpatterns = [
    path("mijn-gegevens/", soon.soon, name="own_data"),
    path("mijn-gegevens/verzoeken/<uuid:uuid>/", soon.soon, name="data_request_detail"),
    path("verwerkingsregister/", soon.soon, name="register"),
]
