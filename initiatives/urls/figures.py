from django.urls import path

from initiatives.views import figures as views

urlpatterns = [path("ideeen/cijfers/", views.figures_page, name="figures")]
