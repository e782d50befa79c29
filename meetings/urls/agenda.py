from django.urls import path

from meetings.views import agenda as views

urlpatterns = [
    path("bijeenkomsten/<uuid:uuid>/agenda/nieuw/", views.agenda_new, name="agenda_new"),
    path("bijeenkomsten/punten/<uuid:uuid>/", views.point_detail, name="point_detail"),
    path("bijeenkomsten/punten/<uuid:uuid>/volgorde/", views.point_order, name="point_order"),
    path("bijeenkomsten/punten/<uuid:uuid>/terugnemen/", views.point_withdraw, name="point_withdraw"),
    path("bijeenkomsten/punten/<uuid:uuid>/niet-op-de-agenda/", views.point_off, name="point_off"),
    path("bijeenkomsten/punten/<uuid:uuid>/later/", views.point_move_on, name="point_move_on"),
]
