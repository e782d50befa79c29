from django.urls import path

from meetings.views import chair as views

urlpatterns = [
    path("bijeenkomsten/<uuid:uuid>/voorbereiden/", views.preparation, name="preparation"),
    path("bijeenkomsten/<uuid:uuid>/onafhankelijk/", views.declaration, name="declaration"),
    path("bijeenkomsten/<uuid:uuid>/onafhankelijk/terugnemen/", views.declaration_take_back, name="declaration_take_back"),
]
