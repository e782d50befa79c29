from django.urls import path

from initiatives.views import plan as views

urlpatterns = [
    path("ideeen/<uuid:uuid>/over/", views.plan_change, name="plan_change"),
]
