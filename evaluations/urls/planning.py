from django.urls import path

from evaluations.views import guest, planning

urlpatterns = [
    path("evaluaties/nieuw/", planning.evaluation_new, name="evaluation_new"),
    path("evaluaties/kalender/", planning.evaluation_calendar, name="evaluation_calendar"),
    path("evaluaties/ritme/", planning.rhythm_settings, name="rhythm_settings"),
    path("evaluaties/<uuid:uuid>/wijzigen/", planning.evaluation_edit, name="evaluation_edit"),
    path("evaluaties/<uuid:uuid>/klaar/", planning.evaluation_prepared, name="evaluation_prepared"),
    path("evaluaties/<uuid:uuid>/afzeggen/", planning.evaluation_cancel, name="evaluation_cancel"),
    path("evaluaties/<uuid:uuid>/van-buiten/", guest.guest_new, name="guest_new"),
    path("evaluaties/van-buiten/<uuid:uuid>/stoppen/", guest.guest_end, name="guest_end"),
]
