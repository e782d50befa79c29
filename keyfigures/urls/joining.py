from django.urls import path

from keyfigures.views import joining

urlpatterns = [
    path("meedoen/bevestigen/", joining.join_confirm, name="join_confirm"),
    path("meedoen/bevestigen/<uuid:uuid>/", joining.join_link, name="join_link"),
    path("meedoen/tot-ziens/<uuid:uuid>/", joining.farewell, name="farewell"),
    path("meedoen/<slug:slug>/", joining.join, name="join"),
    path("meedoen/<slug:slug>/verstuurd/", joining.join_sent, name="join_sent"),
    path("mijn/iemand-vragen/", joining.pass_on, name="pass_on"),
]
