from django.urls import path

from audit import views

app_name = "audit"
urlpatterns = [
    path("logboek/", views.entry_list, name="entry_list"),
    path("logboek/noodtoegang/", views.emergency_list, name="emergency_list"),
    path("logboek/uitzonderingen/", views.exception_list, name="exception_list"),
    path("logboek/rechten/", views.right_list, name="right_list"),
]
