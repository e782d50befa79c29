"""Everything of the network and of the approach, in no order: the teller puts it in the order of time."""

from demo.story.approach.lessons import LESSONS
from demo.story.approach.reports import REPORTS
from demo.story.approach.support import SUPPORT
from demo.story.approach.vision import VISIONS
from demo.story.network.coming import COMING
from demo.story.network.contacts import CONTACTS
from demo.story.network.giving import GIVING
from demo.story.network.helping import HELPING
from demo.story.network.ideas import IDEAS
from demo.story.network.meetings import MEETINGS
from demo.story.network.rights import RIGHTS
from demo.story.network.rounds import ROUNDS
from demo.story.network.tension import TENSION

NETWORK = (*COMING, *CONTACTS, *HELPING, *GIVING, *IDEAS, *RIGHTS, *MEETINGS, *TENSION, *ROUNDS, *VISIONS, *SUPPORT, *LESSONS, *REPORTS)
