"""One meeting at a time: what changes a meeting, its agenda or who comes locks its row first, and sees it as it is then."""

from meetings.models.meeting import Meeting


def locked(meeting: Meeting) -> Meeting:
    """The row as it is now; nobody else changes it until this transaction is over."""
    return Meeting.objects.select_for_update(of=("self",)).with_people().get(pk=meeting.pk)


def both_locked(first: Meeting, second: Meeting) -> tuple[Meeting, Meeting]:
    """Always the same one first, so that two people who lock the same two do not wait for each other."""
    rows = {each.pk: locked(each) for each in sorted((first, second), key=lambda each: each.pk)}
    return rows[first.pk], rows[second.pk]
