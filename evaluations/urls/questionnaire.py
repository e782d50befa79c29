from django.urls import path

from evaluations.views import preview, question, questionnaire, section, version, version_paper

LISTS = "evaluaties/vragenlijsten/"

urlpatterns = [
    path(LISTS, questionnaire.questionnaire_list, name="questionnaire_list"),
    path(f"{LISTS}nieuw/", questionnaire.questionnaire_new, name="questionnaire_new"),
    path(f"{LISTS}voorstel/<slug:slug>/", questionnaire.shipped_detail, name="shipped_detail"),
    path(f"{LISTS}voorstel/<slug:slug>/bekijken/", preview.shipped_preview, name="shipped_preview"),
    path(f"{LISTS}<uuid:uuid>/", questionnaire.questionnaire_detail, name="questionnaire_detail"),
    path(f"{LISTS}<uuid:uuid>/naam/", questionnaire.questionnaire_rename, name="questionnaire_rename"),
    path(f"{LISTS}<uuid:uuid>/kopie/", questionnaire.questionnaire_copy, name="questionnaire_copy"),
    path(f"{LISTS}<uuid:uuid>/opbergen/", questionnaire.questionnaire_put_away, name="questionnaire_put_away"),
    path(f"{LISTS}<uuid:uuid>/terughalen/", questionnaire.questionnaire_take_back, name="questionnaire_take_back"),
    path(f"{LISTS}<uuid:uuid>/nieuwe-versie/", questionnaire.version_begin, name="version_begin"),
    path(f"{LISTS}versie/<uuid:uuid>/", version.version_detail, name="version_detail"),
    path(f"{LISTS}versie/<uuid:uuid>/talen/", version.version_languages, name="version_languages"),
    path(f"{LISTS}versie/<uuid:uuid>/vaststellen/", version.version_publish, name="version_publish"),
    path(f"{LISTS}versie/<uuid:uuid>/weggooien/", version.version_drop, name="version_drop"),
    path(f"{LISTS}versie/<uuid:uuid>/bekijken/", preview.version_preview, name="version_preview"),
    path(f"{LISTS}versie/<uuid:uuid>/papier/", version_paper.version_paper, name="version_paper"),
    path(f"{LISTS}versie/<uuid:uuid>/papier/pdf/", version_paper.version_pdf, name="version_pdf"),
    path(f"{LISTS}versie/<uuid:uuid>/deel/", section.section_new, name="section_new"),
    path(f"{LISTS}deel/<uuid:uuid>/", section.section_edit, name="section_edit"),
    path(f"{LISTS}deel/<uuid:uuid>/volgorde/", section.section_order, name="section_order"),
    path(f"{LISTS}deel/<uuid:uuid>/weg/", section.section_remove, name="section_remove"),
    path(f"{LISTS}deel/<uuid:uuid>/vraag/", question.question_new, name="question_new"),
    path(f"{LISTS}vraag/<uuid:uuid>/", question.question_edit, name="question_edit"),
    path(f"{LISTS}vraag/<uuid:uuid>/wanneer/", question.question_when, name="question_when"),
    path(f"{LISTS}vraag/<uuid:uuid>/volgorde/", question.question_order, name="question_order"),
    path(f"{LISTS}vraag/<uuid:uuid>/weg/", question.question_remove, name="question_remove"),
]
