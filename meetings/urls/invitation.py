from django.urls import path

from meetings.views import invitation, invitees, own_invitation

urlpatterns = [
    path("bijeenkomsten/uitnodiging/<uuid:uuid>/", invitation.invitation_link, name="invitation_link"),
    path("bijeenkomsten/uitnodiging/<uuid:uuid>/antwoord/", invitation.invitation_answer, name="invitation_answer"),
    path("bijeenkomsten/uitnodiging/<uuid:uuid>/niet-ik/", invitation.invitation_not_me, name="invitation_not_me"),
    path("bijeenkomsten/genodigde/<uuid:uuid>/", invitees.invitation_detail, name="invitation_detail"),
    path("bijeenkomsten/genodigde/<uuid:uuid>/opnieuw/", invitees.invitation_again, name="invitation_again"),
    path("bijeenkomsten/genodigde/<uuid:uuid>/terugnemen/", invitees.invitation_take_back, name="invitation_take_back"),
    path("bijeenkomsten/<uuid:uuid>/uitnodigen/", invitees.invite, name="invite"),
    path("bijeenkomsten/<uuid:uuid>/genodigden/", invitees.invitee_list, name="invitee_list"),
    path("bijeenkomsten/<uuid:uuid>/genodigden/opnieuw/", invitees.invitees_again, name="invitees_again"),
    path("bijeenkomsten/<uuid:uuid>/nodig/", invitees.needs_list, name="needs_list"),
    path("bijeenkomsten/<uuid:uuid>/antwoord/", own_invitation.meeting_answer, name="meeting_answer"),
    path("bijeenkomsten/<uuid:uuid>/mijn-nodig/", own_invitation.own_needs, name="own_needs"),
]
