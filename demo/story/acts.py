"""What a step of the script does, by the word that stands in it: one call of the application's own action."""

from demo.story import report_acts
from demo.story.approach import council_report_acts, lesson_acts, support_acts, vision_acts
from demo.story.network import agenda_acts, agreement_acts, give_acts, idea_acts, meeting_acts, minutes_acts, right_acts, round_acts, tension_acts, way_acts
from demo.story.stage import Scene

ACTS = {
    **report_acts.ACTS, **way_acts.ACTS, **agreement_acts.ACTS, **give_acts.ACTS, **right_acts.ACTS, **meeting_acts.ACTS, **minutes_acts.ACTS,
    **agenda_acts.ACTS, **tension_acts.ACTS, **round_acts.ACTS, **vision_acts.ACTS, **support_acts.ACTS, **lesson_acts.ACTS,
    **council_report_acts.ACTS, **idea_acts.ACTS,
}


def play(scene: Scene) -> None:
    """Act out one step. A word that the script does not know is a KeyError."""
    ACTS[scene.step.act](scene, **scene.step.needs)
