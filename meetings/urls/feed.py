from django.urls import path

from meetings.views import feed

urlpatterns = [
    path("bijeenkomsten/in-mijn-agenda/", feed.feed_page, name="feed_page"),
    path("bijeenkomsten/in-mijn-agenda/nieuw/", feed.feed_renew, name="feed_renew"),
    path("bijeenkomsten/in-mijn-agenda/stoppen/", feed.feed_stop, name="feed_stop"),
    path("agenda/<uuid:uuid>/<str:signature>/bijeenkomsten.ics", feed.feed, name="feed"),
]
