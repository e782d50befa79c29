from django.urls import path

from keyfigures.views import soon

urlpatterns = [
    path("afspraken/<uuid:uuid>/", soon.soon, name="agreement_detail"),
]
