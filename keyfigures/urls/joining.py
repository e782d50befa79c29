from django.urls import path

from keyfigures.views import soon

urlpatterns = [
    path("meedoen/<slug:slug>/", soon.soon, name="join"),
]
