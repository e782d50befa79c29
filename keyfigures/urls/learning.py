from django.urls import path

from keyfigures.views import learning as views

urlpatterns = [
    path("trainingen/", views.course_list, name="course_list"),
    path("trainingen/aanbieden/", views.course_new, name="course_new"),
    path("trainingen/<uuid:uuid>/", views.course_detail, name="course_detail"),
    path("trainingen/<uuid:uuid>/aanmelden/", views.course_sign_up, name="course_sign_up"),
    path("trainingen/<uuid:uuid>/afmelden/", views.course_leave, name="course_leave"),
    path("trainingen/<uuid:uuid>/aanwezig/", views.course_attendance, name="course_attendance"),
    path("trainingen/<uuid:uuid>/afzeggen/", views.course_cancel, name="course_cancel"),
    path("trainingen/<uuid:uuid>/certificaat/", views.course_certificate, name="course_certificate"),
]
