from django.urls import path

from approach.views import issuing, making, report, report_public, template, writing_report

urlpatterns = [
    path("aanpak/verslagen/", report.report_list, name="report_list"),
    path("aanpak/verslagen/maken/", making.report_new, name="report_new"),
    path("aanpak/verslagen/sjabloon/", template.template_detail, name="template_detail"),
    path("aanpak/verslagen/sjabloon/wijzigen/", template.template_edit, name="template_edit"),
    path("aanpak/verslagen/opmerking/<uuid:uuid>/gedaan/", writing_report.comment_tick, name="comment_tick"),
    path("aanpak/verslagen/<uuid:uuid>/", report.report_detail, name="report_detail"),
    path("aanpak/verslagen/<uuid:uuid>/verder/", making.report_resume, name="report_resume"),
    path("aanpak/verslagen/<uuid:uuid>/titel/", writing_report.report_edit, name="report_edit"),
    path("aanpak/verslagen/<uuid:uuid>/deel/<slug:code>/", writing_report.report_section, name="report_section"),
    path("aanpak/verslagen/<uuid:uuid>/opmerking/", writing_report.comment_new, name="comment_new"),
    path("aanpak/verslagen/<uuid:uuid>/voorbeeld/", report.report_preview, name="report_preview"),
    path("aanpak/verslagen/<uuid:uuid>/voorbeeld/pdf/", report.report_preview_pdf, name="report_preview_pdf"),
    path("aanpak/verslagen/<uuid:uuid>/aanbieden/", issuing.report_offer, name="report_offer"),
    path("aanpak/verslagen/<uuid:uuid>/terugnemen/", issuing.report_take_back, name="report_take_back"),
    path("aanpak/verslagen/<uuid:uuid>/vaststellen/", issuing.report_issue, name="report_issue"),
    path("aanpak/verslagen/<uuid:uuid>/weggooien/", issuing.report_discard, name="report_discard"),
    path("aanpak/verslagen/<uuid:uuid>/bestand/<slug:kind>/", report.report_file, name="report_file"),
    path("openbaar/<slug:slug>/verslagen/<slug:number>/", report_public.public_report, name="public_report"),
    path("openbaar/<slug:slug>/verslagen/<slug:number>/pdf/", report_public.public_report_pdf, name="public_report_pdf"),
]
