from django.urls import path

from keyfigures.views import balance as views

urlpatterns = [
    path("geven-en-nemen/", views.network_balance, name="network_balance"),
]
