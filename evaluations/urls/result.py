from django.urls import path

from evaluations.views import result as views

urlpatterns = [
    path("evaluaties/<uuid:uuid>/uitkomsten/", views.result, name="result"),
    path("evaluaties/<uuid:uuid>/uitkomsten/pdf/", views.result_pdf, name="result_pdf"),
    path("evaluaties/<uuid:uuid>/uitkomsten/codeboek/<str:kind>/", views.result_codebook, name="result_codebook"),
    path("evaluaties/<uuid:uuid>/uitkomsten/bestand/<str:kind>/", views.result_file, name="result_file"),
]
