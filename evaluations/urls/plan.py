from django.urls import path

from evaluations.views import plan

urlpatterns = [
    path("evaluaties/<uuid:uuid>/plan/lezers/", plan.plan_begin, name="plan_begin"),
    path("evaluaties/<uuid:uuid>/plan/naast-elkaar/", plan.plan_compare, name="plan_compare"),
    path("evaluaties/<uuid:uuid>/plan/naast-elkaar/<uuid:identity>/", plan.plan_outcome, name="plan_outcome"),
    path("evaluaties/<uuid:uuid>/plan/afronden/", plan.plan_finish, name="plan_finish"),
    path("evaluaties/plan-lezen/<uuid:uuid>/", plan.plan_reading, name="plan_reading"),
    path("evaluaties/plan-lezen/<uuid:uuid>/iemand-anders/", plan.plan_replace, name="plan_replace"),
]
