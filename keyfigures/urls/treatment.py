from django.urls import path

from keyfigures.views import soon

urlpatterns = [
    path("klachten/", soon.soon, name="complaint_list"),
    path("klachten/<uuid:uuid>/", soon.soon, name="complaint_detail"),
]
