from django.urls import path

from initiatives.views import step as views

urlpatterns = [
    path("ideeen/<uuid:uuid>/verder/", views.step_go_on, name="step_go_on"),
    path("ideeen/<uuid:uuid>/klaar/", views.step_finish, name="step_finish"),
    path("ideeen/<uuid:uuid>/stoppen/", views.step_stop, name="step_stop"),
]
