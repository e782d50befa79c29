from django.urls import path

from keyfigures.views import soon

urlpatterns = [
    path("heroverweging/<uuid:uuid>/", soon.soon, name="reconsideration_detail"),
]
