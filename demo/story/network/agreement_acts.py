"""Steps around the agreement: the text of the municipality, and what each key figure and her coordinator make of it."""

from collections.abc import Callable

from demo.people import EVERYBODY
from demo.story.script import HER_COORDINATOR
from demo.story.stage import Scene
from keyfigures import renewal
from keyfigures.actions import agreement, agreement_text
from keyfigures.models.agreement import Agreement, mark_of


def _publish_text(scene: Scene, *, part: str, addition: str) -> None:
    """A new version: one part gets a sentence more. Everybody who is active is asked for a new confirmation."""
    new = agreement_text.prepare(by=scene.actor, at=scene.at)
    texts = {**new.texts, part: f"{new.texts[part]}\n\n{addition}"}
    saved = agreement_text.save(by=scene.actor, at=scene.at, texts=texts, seen=new.mark)
    agreement_text.publish(by=scene.actor, at=scene.at, seen=saved.mark)


def _ask_everybody(scene: Scene) -> None:
    """What the job does after a new text was published."""
    renewal.ask_all(at=scene.at)


def _begin(scene: Scene) -> None:
    agreement.begin(scene.figure, by=scene.actor, at=scene.at)


def _write(scene: Scene, *, words: str) -> None:
    hers = scene.step.by != HER_COORDINATOR
    now = _in_preparation(scene)
    agreement.write(now, by=scene.actor, at=scene.at, words=words, seen=mark_of(now.her_words if hers else now.our_words))


def _confirm(scene: Scene) -> None:
    """The second of the two makes her active: from then on she can share concerns."""
    now = _in_preparation(scene)
    agreement.confirm(now, by=scene.actor, at=scene.at, seen=now.mark)
    person = next(each for each in EVERYBODY if each.slug == scene.told.who)
    scene.stage.cast.joined(person, scene.told.place, scene.member(person.slug))


def _look_again(scene: Scene) -> None:
    """Both looked, and nothing changes."""
    held = Agreement.objects.of_figure(scene.figure).holding().for_detail().get()
    agreement.looked_again(held, by=scene.actor, at=scene.at, next_on=None)


def _in_preparation(scene: Scene) -> Agreement:
    found: Agreement = Agreement.objects.of_figure(scene.figure).in_preparation().for_detail().get()
    return found


ACTS: dict[str, Callable[..., None]] = {
    "publish_text": _publish_text,
    "ask_everybody": _ask_everybody,
    "begin_agreement": _begin,
    "write_agreement": _write,
    "confirm_agreement": _confirm,
    "look_again": _look_again,
}
