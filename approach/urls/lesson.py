from django.urls import path

from approach.views import lesson as views

urlpatterns = [
    path("lessen/", views.lesson_list, name="lesson_list"),
    path("lessen/<slug:code>/", views.lesson_detail, name="lesson_detail"),
    path("lessen/<slug:code>/instellen/", views.lesson_settings, name="lesson_settings"),
    path("lessen/<slug:code>/instellen/grens/", views.lesson_threshold, name="lesson_threshold"),
    path("lessen/<slug:code>/instellen/ons-voorstel/", views.lesson_proposal, name="lesson_proposal"),
    path("lessen/<slug:code>/instellen/opzij/", views.lesson_aside, name="lesson_aside"),
    path("lessen/<slug:code>/instellen/weer-meetellen/", views.lesson_take_up, name="lesson_take_up"),
]
