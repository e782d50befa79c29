from django.urls import path

from accounts.views import absence, account, invitation, people, second_factor

app_name = "accounts"
urlpatterns = [
    path("account/", account.account, name="account"),
    path("account/welkom/", account.welcome, name="welcome"),
    path("account/tweede-stap/", second_factor.second_factor_page, name="second_factor"),
    path("account/apparaten/<int:pk>/uitloggen/", account.session_end, name="session_end"),
    path("account/afwezig/", absence.absence_list, name="absence_list"),
    path("account/afwezig/<uuid:uuid>/beeindigen/", absence.absence_end, name="absence_end"),
    path("account/afwezig/vervanger/", absence.deputy, name="deputy"),
    path("gemeente/wisselen/", account.switch_municipality, name="switch_municipality"),
    path("mensen/", people.member_list, name="member_list"),
    path("mensen/uitnodigen/", people.invite, name="invite"),
    path("mensen/uitnodiging/<uuid:uuid>/intrekken/", people.invitation_withdraw, name="invitation_withdraw"),
    path("mensen/<uuid:uuid>/", people.member_detail, name="member_detail"),
    path("mensen/<uuid:uuid>/beeindigen/", people.member_end, name="member_end"),
    path("uitnodiging/", invitation.invitation_accept, name="invitation_accept"),
    path("uitnodiging/<uuid:uuid>/", invitation.invitation, name="invitation"),
    path("thema/<slug:slug>-<str:digest>.css", account.theme, name="theme"),
    path("logo/<slug:slug>-<str:digest>.png", account.logo, name="logo"),
]
