from django.urls import path

from keyfigures.views import agreement, agreement_text

urlpatterns = [
    path("mijn/afspraken/", agreement.own_agreement, name="own_agreement"),
    path("afspraken/tekst/", agreement_text.text_list, name="agreement_text_list"),
    path("afspraken/tekst/schrijven/", agreement_text.text_edit, name="agreement_text_edit"),
    path("afspraken/tekst/bekendmaken/", agreement_text.text_publish, name="agreement_text_publish"),
    path("afspraken/tekst/weggooien/", agreement_text.text_discard, name="agreement_text_discard"),
    path("afspraken/tekst/<int:version>/", agreement_text.text_detail, name="agreement_text_detail"),
    path("afspraken/<uuid:uuid>/", agreement.agreement_detail, name="agreement_detail"),
    path("afspraken/<uuid:uuid>/verwachtingen/", agreement.agreement_write, name="agreement_write"),
    path("afspraken/<uuid:uuid>/bevestigen/", agreement.agreement_confirm, name="agreement_confirm"),
    path("afspraken/<uuid:uuid>/opnieuw-bekijken/", agreement.agreement_review, name="agreement_review"),
    path("afspraken/<uuid:uuid>/laten-vervallen/", agreement.agreement_drop, name="agreement_drop"),
    path("afspraken/<uuid:uuid>/pdf/", agreement.agreement_pdf, name="agreement_pdf"),
    path("sleutelfiguren/<uuid:uuid>/afspraken/", agreement.agreement_begin, name="agreement_begin"),
]
