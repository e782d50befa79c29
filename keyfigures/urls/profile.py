from django.urls import path

from keyfigures.views import soon

urlpatterns = [
    path("mijn/", soon.soon, name="own_page"),
    path("mijn/profiel/", soon.soon, name="own_profile"),
]
