from django.urls import path

from keyfigures.views import figure, soon

urlpatterns = [
    path("mijn/", figure.own_page, name="own_page"),
    path("mijn/profiel/", soon.soon, name="own_profile"),
]
