from django.urls import path

from evaluations.views import process

urlpatterns = [
    path("evaluaties/<uuid:uuid>/stappen/", process.process_overview, name="process_overview"),
    path("evaluaties/<uuid:uuid>/stappen/<int:number>/", process.process_step, name="process_step"),
    path("evaluaties/<uuid:uuid>/stappen/afronden/", process.process_finish, name="process_finish"),
    path("evaluaties/<uuid:uuid>/stappen/pdf/", process.process_pdf, name="process_pdf"),
]
