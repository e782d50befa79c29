from django.urls import path

from meetings.views import poll as views
from meetings.views import poll_answer as answers

urlpatterns = [
    path("bijeenkomsten/datum-prikken/", views.poll_list, name="poll_list"),
    path("bijeenkomsten/datum-prikken/nieuw/", views.poll_new, name="poll_new"),
    path("bijeenkomsten/datum-prikken/<uuid:uuid>/", views.poll_detail, name="poll_detail"),
    path("bijeenkomsten/datum-prikken/<uuid:uuid>/wijzigen/", views.poll_edit, name="poll_edit"),
    path("bijeenkomsten/datum-prikken/<uuid:uuid>/stoppen/", views.poll_stop, name="poll_stop"),
    path("bijeenkomsten/datum-prikken/<uuid:uuid>/mijn-antwoord/", answers.poll_own, name="poll_own"),
    path("bijeenkomsten/datum-prikken/datum/<uuid:uuid>/", views.poll_choose, name="poll_choose"),
    path("bijeenkomsten/datum-prikken/persoon/<uuid:uuid>/", answers.poll_invitee, name="poll_invitee"),
    path("bijeenkomsten/datum-prikken/persoon/<uuid:uuid>/opnieuw/", answers.poll_again, name="poll_again"),
    path("bijeenkomsten/wanneer/<uuid:uuid>/", answers.poll_link, name="poll_link"),
    path("bijeenkomsten/wanneer/<uuid:uuid>/antwoord/", answers.poll_link_answer, name="poll_link_answer"),
    path("bijeenkomsten/wanneer/<uuid:uuid>/niet-ik/", answers.poll_not_me, name="poll_not_me"),
]
