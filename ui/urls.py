from django.conf import settings
from django.urls import URLPattern, path

from ui import views

app_name = "ui"
urlpatterns: list[URLPattern] = [
    path("snel-weg/", views.quick_exit, name="quick_exit"),
]
if settings.DEBUG:
    urlpatterns.append(path("ui/", views.components, name="components"))
