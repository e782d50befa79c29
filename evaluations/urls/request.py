from django.urls import path

from evaluations.views import request as views

urlpatterns = [
    path("evaluaties/<uuid:uuid>/aanvraag/", views.request_edit, name="request_edit"),
    path("evaluaties/<uuid:uuid>/aanvraag/afronden/", views.request_finish, name="request_finish"),
    path("evaluaties/<uuid:uuid>/aanvraag/pdf/", views.request_pdf, name="request_pdf"),
    path("evaluaties/<uuid:uuid>/aanvraag/odt/", views.request_odt, name="request_odt"),
]
