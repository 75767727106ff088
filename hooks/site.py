"""What MkDocs asks at each of its events: the engine answers."""

from vitrina.events import *
