from django.urls import path

from evaluations.views import answering as views

urlpatterns = [
    path("vragen-aan-u/link/<uuid:uuid>/", views.answer_link, name="answer_link"),
]
