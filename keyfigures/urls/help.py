from django.urls import path

from keyfigures.views import soon

urlpatterns = [
    path("hulpvragen/", soon.soon, name="help_list"),
    path("hulpvragen/stellen/", soon.soon, name="help_new"),
    path("hulpvragen/<uuid:uuid>/", soon.soon, name="help_detail"),
]
