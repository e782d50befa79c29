from django.urls import path

from initiatives.views import initiative as views

urlpatterns = [
    path("ideeen/", views.initiative_list, name="initiative_list"),
    path("ideeen/nieuw/", views.initiative_new, name="initiative_new"),
    path("ideeen/beginnen/", views.initiative_begin, name="initiative_begin"),
    path("ideeen/<uuid:uuid>/", views.initiative_detail, name="initiative_detail"),
    path("ideeen/<uuid:uuid>/antwoord/", views.initiative_answer, name="initiative_answer"),
    path("ideeen/<uuid:uuid>/geven/", views.initiative_give, name="initiative_give"),
    path("ideeen/<uuid:uuid>/steunen/", views.initiative_support, name="initiative_support"),
    path("ideeen/<uuid:uuid>/niet-steunen/", views.initiative_support_no_more, name="initiative_support_no_more"),
    path("ideeen/<uuid:uuid>/terugnemen/", views.initiative_withdraw, name="initiative_withdraw"),
]
