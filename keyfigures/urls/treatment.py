from django.urls import path

from keyfigures.views import treatment as views

urlpatterns = [
    path("klachten/", views.complaint_list, name="complaint_list"),
    path("klachten/nieuw/", views.complaint_new, name="complaint_new"),
    path("klachten/<uuid:uuid>/", views.complaint_detail, name="complaint_detail"),
    path("klachten/<uuid:uuid>/antwoord/", views.complaint_answer, name="complaint_answer"),
    path("klachten/<uuid:uuid>/vier-weken-langer/", views.complaint_extend, name="complaint_extend"),
    path("klachten/<uuid:uuid>/intrekken/", views.complaint_withdraw, name="complaint_withdraw"),
]
