from django.urls import path

from keyfigures.views import help as views

urlpatterns = [
    path("hulpvragen/", views.help_list, name="help_list"),
    path("hulpvragen/stellen/", views.help_new, name="help_new"),
    path("hulpvragen/<uuid:uuid>/", views.help_detail, name="help_detail"),
    path("hulpvragen/<uuid:uuid>/bericht/", views.help_say, name="help_say"),
    path("hulpvragen/<uuid:uuid>/afronden/", views.help_finish, name="help_finish"),
    path("hulpvragen/<uuid:uuid>/overdragen/", views.help_hand_over, name="help_hand_over"),
    path("hulpvragen/<uuid:uuid>/oordeel/", views.help_rate, name="help_rate"),
    path("hulpvragen/<uuid:uuid>/intrekken/", views.help_withdraw, name="help_withdraw"),
]
