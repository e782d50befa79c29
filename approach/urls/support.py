from django.urls import path

from approach.views import board, council_promise, moment, support

urlpatterns = [
    path("aanpak/stand/", board.board, name="board"),
    path("aanpak/draagvlak/", support.support, name="support"),
    path("aanpak/draagvlak/overdracht.pdf", board.hand_over_pdf, name="hand_over_pdf"),
    path("aanpak/draagvlak/overdracht.odt", board.hand_over_odt, name="hand_over_odt"),
    path("aanpak/draagvlak/besluiten/nieuw/", support.decision_new, name="decision_new"),
    path("aanpak/draagvlak/besluiten/<uuid:uuid>/", support.decision_change, name="decision_change"),
    path("aanpak/draagvlak/besluiten/<uuid:uuid>/einde/", support.decision_end, name="decision_end"),
    path("aanpak/draagvlak/portefeuille/nieuw/", support.portfolio_new, name="portfolio_new"),
    path("aanpak/draagvlak/portefeuille/<uuid:uuid>/", support.portfolio_change, name="portfolio_change"),
    path("aanpak/draagvlak/geld/nieuw/", support.budget_new, name="budget_new"),
    path("aanpak/draagvlak/geld/<uuid:uuid>/", support.budget_change, name="budget_change"),
    path("aanpak/draagvlak/data/nieuw/", support.date_new, name="date_new"),
    path("aanpak/draagvlak/data/<uuid:uuid>/", support.date_change, name="date_change"),
    path("aanpak/draagvlak/data/<uuid:uuid>/klaar/", support.date_done, name="date_done"),
    path("aanpak/draagvlak/momenten/", moment.moment_list, name="moment_list"),
    path("aanpak/draagvlak/momenten/nieuw/", moment.moment_new, name="moment_new"),
    path("aanpak/draagvlak/momenten/<uuid:uuid>/", moment.moment_detail, name="moment_detail"),
    path("aanpak/draagvlak/momenten/<uuid:uuid>/wijzigen/", moment.moment_change, name="moment_change"),
    path("aanpak/draagvlak/momenten/<uuid:uuid>/gehouden/", moment.moment_hold, name="moment_hold"),
    path("aanpak/draagvlak/momenten/<uuid:uuid>/afzeggen/", moment.moment_cancel, name="moment_cancel"),
    path("aanpak/draagvlak/momenten/<uuid:uuid>/toezegging/", council_promise.promise_new, name="promise_new"),
    path("aanpak/draagvlak/toezeggingen/", council_promise.promise_list, name="promise_list"),
    path("aanpak/draagvlak/toezeggingen/<uuid:uuid>/", council_promise.promise_detail, name="promise_detail"),
    path("aanpak/draagvlak/toezeggingen/<uuid:uuid>/geven/", council_promise.promise_give, name="promise_give"),
    path("aanpak/draagvlak/toezeggingen/<uuid:uuid>/gedaan/", council_promise.promise_keep, name="promise_keep"),
    path("aanpak/draagvlak/toezeggingen/<uuid:uuid>/niet/", council_promise.promise_drop, name="promise_drop"),
]
