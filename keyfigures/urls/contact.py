from django.urls import path

from keyfigures.views import contact

urlpatterns = [
    path("sleutelfiguren/contact/", contact.contact_figures, name="contact_figures"),
    path("sleutelfiguren/<uuid:uuid>/contact/", contact.contact_new, name="contact_new"),
    path("sleutelfiguren/<uuid:uuid>/contacten/", contact.figure_contacts, name="figure_contacts"),
    path("contact/<uuid:uuid>/stap/", contact.contact_step, name="contact_step"),
    path("contact/<uuid:uuid>/terugnemen/", contact.contact_take_back, name="contact_take_back"),
    path("mijn/contact/", contact.own_contacts, name="own_contacts"),
]
