from django.urls import path

from evaluations.views import improvement as views

urlpatterns = [
    path("evaluaties/verbeteracties/", views.improvement_list, name="improvement_list"),
    path("evaluaties/<uuid:uuid>/verbeteractie/", views.improvement_new, name="improvement_new"),
    path("evaluaties/verbeteracties/<uuid:uuid>/", views.improvement_detail, name="improvement_detail"),
    path("evaluaties/verbeteracties/<uuid:uuid>/wijzigen/", views.improvement_change, name="improvement_change"),
    path("evaluaties/verbeteracties/<uuid:uuid>/geven/", views.improvement_give, name="improvement_give"),
    path("evaluaties/verbeteracties/<uuid:uuid>/gedaan/", views.improvement_done, name="improvement_done"),
    path("evaluaties/verbeteracties/<uuid:uuid>/niet/", views.improvement_drop, name="improvement_drop"),
]
