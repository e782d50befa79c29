from django.urls import path

from evaluations.views import participant as views

urlpatterns = [
    path("evaluaties/<uuid:uuid>/gevraagd/", views.participant_list, name="participant_list"),
    path("evaluaties/<uuid:uuid>/gevraagd/erbij/", views.participant_new, name="participant_new"),
    path("evaluaties/<uuid:uuid>/gevraagd/opnieuw/", views.participants_again, name="participants_again"),
    path("evaluaties/gevraagd/<uuid:uuid>/", views.participant_detail, name="participant_detail"),
    path("evaluaties/gevraagd/<uuid:uuid>/link/", views.participant_link, name="participant_link"),
]
