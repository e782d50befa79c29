"""For whom pages of the approach are. Not visible is not found."""

READ, MANAGE, ISSUE = "approach.read", "approach.manage", "approach.issue"
