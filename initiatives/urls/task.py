from django.urls import path

from initiatives.views import task as views

urlpatterns = [
    path("ideeen/<uuid:uuid>/taak/", views.task_new, name="task_new"),
    path("ideeen/taken/<uuid:uuid>/", views.task_detail, name="task_detail"),
    path("ideeen/taken/<uuid:uuid>/gedaan/", views.task_done, name="task_done"),
    path("ideeen/taken/<uuid:uuid>/geven/", views.task_give, name="task_give"),
    path("ideeen/taken/<uuid:uuid>/niet/", views.task_drop, name="task_drop"),
]
