from django.urls import path

from approach.views import adoption, goal, vision, writing

urlpatterns = [
    path("aanpak/visie/", vision.vision_overview, name="vision_overview"),
    path("aanpak/visie/beginnen/", vision.vision_begin, name="vision_begin"),
    path("aanpak/visie/vergelijken/", vision.vision_compare, name="vision_compare"),
    path("aanpak/visie/<uuid:uuid>/", vision.vision_detail, name="vision_detail"),
    path("aanpak/visie/<uuid:uuid>/pdf/", vision.vision_pdf, name="vision_pdf"),
    path("aanpak/visie/<uuid:uuid>/stap/<int:number>/", writing.vision_step, name="vision_step"),
    path("aanpak/visie/<uuid:uuid>/controleren/", writing.vision_check, name="vision_check"),
    path("aanpak/visie/<uuid:uuid>/doel/", goal.goal_choose, name="vision_goal_choose"),
    path("aanpak/visie/<uuid:uuid>/doel/nieuw/", goal.goal_new, name="vision_goal_new"),
    path("aanpak/visie/<uuid:uuid>/doel/<uuid:identity>/", goal.goal_change, name="vision_goal_change"),
    path("aanpak/visie/<uuid:uuid>/doel/<uuid:identity>/weg/", goal.goal_remove, name="vision_goal_remove"),
    path("aanpak/visie/<uuid:uuid>/doel/<uuid:identity>/verplaatsen/", goal.goal_move, name="vision_goal_move"),
    path("aanpak/visie/<uuid:uuid>/vaststellen/", adoption.vision_adopt, name="vision_adopt"),
    path("aanpak/visie/<uuid:uuid>/weggooien/", adoption.vision_discard, name="vision_discard"),
    path("aanpak/visie/<uuid:uuid>/opnieuw-bekijken/", adoption.vision_review, name="vision_review"),
    path("aanpak/visie/<uuid:uuid>/blijft/", adoption.vision_keep, name="vision_keep"),
    path("aanpak/visie/<uuid:uuid>/andere-dag/", adoption.vision_move, name="vision_move"),
]
