from django.urls import path

from evaluations.views import answer_entry as doors
from evaluations.views import answering as views

urlpatterns = [
    path("vragen-aan-u/code/", doors.answer_code, name="answer_code"),
    path("vragen-aan-u/link/<uuid:uuid>/", doors.answer_link, name="answer_link"),
    path("vragen-aan-u/mijn/<uuid:uuid>/", doors.answer_own, name="answer_own"),
    path("vragen-aan-u/<uuid:uuid>/", views.answer_begin, name="answer_begin"),
    path("vragen-aan-u/<uuid:uuid>/deel/<int:number>/", views.answer_page, name="answer_page"),
    path("vragen-aan-u/<uuid:uuid>/nakijken/", views.answer_check, name="answer_check"),
    path("vragen-aan-u/<uuid:uuid>/dank/", views.answer_thanks, name="answer_thanks"),
    path("vragen-aan-u/<uuid:uuid>/niet-ik/", views.answer_not_me, name="answer_not_me"),
]
