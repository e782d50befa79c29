from django.urls import path

from demo import views

app_name = "demo"
urlpatterns = [
    path("", views.people, name="people"),
    path("inloggen/<str:slug>/", views.log_in_as, name="log_in_as"),
    path("postbus/", views.mail_list, name="mail_list"),
    path("postbus/<uuid:uuid>/", views.mail_detail, name="mail"),
    path("postbus/<uuid:uuid>/opmaak/", views.mail_html, name="mail_html"),
]
