"""Everything of the network, in no order: the teller puts it in the order of time."""

from demo.story.network.coming import COMING
from demo.story.network.contacts import CONTACTS
from demo.story.network.giving import THANKS

NETWORK = (*COMING, *CONTACTS, *THANKS)
