from django.urls import path

from keyfigures.views import soon

urlpatterns = [
    path("sleutelfiguren/<uuid:uuid>/contact/", soon.soon, name="contact_new"),
    path("contact/<uuid:uuid>/stap/", soon.soon, name="contact_step"),
    path("mijn/contact/", soon.soon, name="own_contacts"),
]
