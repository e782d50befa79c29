from django.urls import path

from keyfigures.views import own_data, register, retention, rights

urlpatterns = [
    path("mijn-gegevens/", own_data.own_data, name="own_data"),
    path("mijn-gegevens/bestand/", own_data.own_data_file, name="own_data_file"),
    path("mijn-gegevens/papier/", own_data.own_data_pdf, name="own_data_pdf"),
    path("mijn-gegevens/voor-u-bevestigt/", own_data.own_data_before, name="own_data_before"),
    # Outside the pages that close after fifteen minutes: nothing typed here may be lost.
    path("gegevens-verzoeken/", rights.data_request_list, name="data_request_list"),
    path("gegevens-verzoeken/nieuw/<slug:slug>/", rights.data_request_new, name="data_request_new"),
    path("gegevens-verzoeken/<uuid:uuid>/", rights.data_request_detail, name="data_request_detail"),
    path("gegevens-verzoeken/<uuid:uuid>/antwoord/", rights.data_request_answer, name="data_request_answer"),
    path("gegevens-verzoeken/<uuid:uuid>/verlengen/", rights.data_request_longer, name="data_request_longer"),
    path("gegevens-verzoeken/<uuid:uuid>/intrekken/", rights.data_request_withdraw, name="data_request_withdraw"),
    path("verwerkingsregister/", register.register, name="register"),
    path("verwerkingsregister/bestand/<str:kind>/", register.register_file, name="register_file"),
    path("bewaren/", retention.retention_list, name="retention_list"),
]
