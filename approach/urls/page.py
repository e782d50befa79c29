from django.urls import path

from approach.views import page, public

urlpatterns = [
    path("aanpak/openbaar/", page.page_settings, name="page_settings"),
    path("aanpak/openbaar/voorbeeld/", page.page_preview, name="page_preview"),
    path("openbaar/<slug:slug>/", public.public_page, name="public_page"),
    path("openbaar/<slug:slug>/visie/", public.public_vision, name="public_vision"),
    path("openbaar/<slug:slug>/visie/pdf/", public.public_vision_pdf, name="public_vision_pdf"),
    path("openbaar/<slug:slug>/verslagen/", public.public_reports, name="public_reports"),
    path("openbaar/<slug:slug>/gegevens/", public.public_privacy, name="public_privacy"),
    path("openbaar/<slug:slug>/toegankelijkheid/", public.public_accessibility, name="public_accessibility"),
    path(public.PATH, public.security, name="security_txt"),
]
