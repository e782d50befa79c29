from django.urls import path

from keyfigures.views import background, mix

urlpatterns = [
    path("sleutelfiguren/mix/", mix.mix, name="mix"),
    path("achtergrond/", background.background_answer, name="background_answer"),
    path("achtergrond/dank/", background.background_thanks, name="background_thanks"),
    path("achtergrond/uitkomsten/", background.background_results, name="background_results"),
]
