from django.urls import path

from keyfigures.views import soon

urlpatterns = [
    path("trainingen/", soon.soon, name="course_list"),
    path("trainingen/<uuid:uuid>/", soon.soon, name="course_detail"),
]
