from django.urls import path

from initiatives.views import publication as views

urlpatterns = [
    path("ideeen/<uuid:uuid>/openbaar/", views.public_text, name="public_text"),
    path("ideeen/<uuid:uuid>/openbaar/eraf/", views.public_take_off, name="public_take_off"),
    path("ideeen/<uuid:uuid>/openbaar/akkoord/", views.public_agree, name="public_agree"),
    path("ideeen/<uuid:uuid>/openbaar/niet-meer/", views.public_agree_no_more, name="public_agree_no_more"),
    path("openbaar/<slug:slug>/initiatieven/", views.public_initiatives, name="public_initiatives"),
    path("openbaar/<slug:slug>/initiatieven/<uuid:uuid>/", views.public_initiative, name="public_initiative"),
]
