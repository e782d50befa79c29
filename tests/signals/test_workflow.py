"""Every state × step, by hand. Read a row as: in this state these steps can be taken, and lead there."""

import pytest

from signals import workflow
from signals.workflow import STEPS, Facts, State, StepNotAllowed

# fmt: off
TABLE = {
    State.RECEIVED: {
        "take_on": "taken_on", "contact": "contacted", "hand_over": "received", "note": "received", "message": "received", "withdraw": "withdrawn",
    },
    State.TAKEN_ON: {
        "contact": "contacted", "give_feedback": "informed", "pause": "taken_on", "hand_over": "taken_on", "hand_over_outside": "decided",
        "decide": "decided", "note": "taken_on", "message": "taken_on", "withdraw": "withdrawn",
    },
    State.CONTACTED: {
        "contact": "contacted", "give_feedback": "informed", "pause": "contacted", "hand_over": "contacted", "hand_over_outside": "decided",
        "decide": "decided", "note": "contacted", "message": "contacted", "withdraw": "withdrawn",
    },
    State.INFORMED: {
        "contact": "informed", "give_feedback": "informed", "pause": "informed", "hand_over": "informed", "hand_over_outside": "decided",
        "decide": "decided", "note": "informed", "message": "informed", "withdraw": "withdrawn",
    },
    State.DECIDED: {
        "give_feedback": "decided", "hand_over": "decided", "note": "decided", "message": "decided", "withdraw": "withdrawn",
    },
    State.CLOSED: {"reopen": "contacted", "ask_reopen": "closed"},
    State.WITHDRAWN: {},
}
# fmt: on


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.name)
def test_every_step_in_every_state(state, step):
    expected = TABLE[state].get(step.name)
    now = Facts(state=state)

    if expected is None:
        with pytest.raises(StepNotAllowed):
            workflow.check(step, now)
    else:
        assert workflow.check(step, now) == expected


def test_every_state_is_reached_from_the_first():
    reached, todo = set(), [State.RECEIVED]
    while todo:
        state = todo.pop()
        if state not in reached:
            reached.add(state)
            todo += [step.moves[state] for step in STEPS if state in step.moves]

    assert reached == set(State)


@pytest.mark.parametrize(
    ("step", "now", "is_possible"),
    [
        ("pause", Facts(state="contacted", is_paused=True), False),
        ("resume", Facts(state="contacted", is_paused=True), True),
        ("resume", Facts(state="contacted"), False),
        ("give_feedback", Facts(state="contacted", is_paused=True), True),
        ("close", Facts(state="decided"), False),
        ("close", Facts(state="decided", had_final_feedback=True), True),
        ("close", Facts(state="informed", had_final_feedback=True), False),
        ("decline_reopen", Facts(state="closed"), False),
        ("decline_reopen", Facts(state="closed", was_asked_to_reopen=True), True),
        ("ask_reopen", Facts(state="closed", was_asked_to_reopen=True), False),
        ("reopen", Facts(state="closed", was_asked_to_reopen=True), True),
    ],
)
def test_what_else_must_be_true(step, now, is_possible):
    chosen = next(each for each in STEPS if each.name == step)

    assert workflow.is_possible(chosen, now) is is_possible


def test_the_problem_says_which_step_and_where_it_stands():
    problem = StepNotAllowed(workflow.CLOSE, state="received")

    assert "ontvangen" in str(problem).lower()
