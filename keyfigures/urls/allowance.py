from django.urls import path

from keyfigures.views import soon

urlpatterns = [
    path("vergoedingen/", soon.soon, name="payment_list"),
    path("vergoedingen/<uuid:uuid>/", soon.soon, name="payment_detail"),
]
