from django.urls import path

from keyfigures.views import allowance, ties

urlpatterns = [
    path("vergoedingen/", allowance.payment_list, name="payment_list"),
    path("vergoedingen/naar-financien/", allowance.payment_hand_over, name="payment_hand_over"),
    path("vergoedingen/bestand/<int:stamp>/<str:kind>/", allowance.payment_file, name="payment_file"),
    path("vergoedingen/<uuid:uuid>/", allowance.payment_detail, name="payment_detail"),
    path("vergoedingen/<uuid:uuid>/goedkeuren/", allowance.payment_approve, name="payment_approve"),
    path("vergoedingen/<uuid:uuid>/afwijzen/", allowance.payment_refuse, name="payment_refuse"),
    path("sleutelfiguren/<uuid:uuid>/vergoeding/", allowance.payment_new, name="payment_new"),
    path("sleutelfiguren/<uuid:uuid>/ken-ik-prive/", ties.tie_declare, name="tie_declare"),
    path("persoonlijke-banden/", ties.tie_list, name="tie_list"),
    path("persoonlijke-banden/<uuid:uuid>/voorbij/", ties.tie_end, name="tie_end"),
]
