from django.urls import path

from keyfigures.views import reconsideration as views

urlpatterns = [
    path("sleutelfiguren/<uuid:uuid>/heroverweging/", views.reconsideration_new, name="reconsideration_new"),
    path("heroverweging/<uuid:uuid>/", views.reconsideration_detail, name="reconsideration_detail"),
    path("heroverweging/<uuid:uuid>/eigen-lezing/", views.reconsideration_reading, name="reconsideration_reading"),
    path("heroverweging/<uuid:uuid>/gesprek/", views.reconsideration_talk, name="reconsideration_talk"),
    path("heroverweging/<uuid:uuid>/voorstel/", views.reconsideration_propose, name="reconsideration_propose"),
    path("heroverweging/<uuid:uuid>/oneens/", views.reconsideration_disagree, name="reconsideration_disagree"),
    path("heroverweging/<uuid:uuid>/eens/", views.reconsideration_agree, name="reconsideration_agree"),
]
