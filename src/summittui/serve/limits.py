"""The limits of a server: how many sessions, how long each is kept, and how much may wait."""

from msgspec import Struct

DEFAULT_SESSIONS = 8
DEFAULT_IDLE_MINUTES = 60.0
MESSAGE_BYTES = 64 * 1024
"""The longest message from a page; a longer one closes its web socket."""
UNACKNOWLEDGED_BYTES = 128 * 1024
"""Bytes of output that a page may have been sent and not yet drawn; the program waits from there on."""
OPENING_SECONDS = 10.0
"""The time in which a page must say what it wants, once its web socket is open."""
HEARTBEAT_SECONDS = 20.0
"""The seconds between two pings; a page that does not answer within half of it has lost its line."""
SAY_SECONDS = 2.0
"""The time in which a page must take a message of the server, or the farewell of its web socket."""
WITHOUT_REQUEST_SECONDS = 15.0
"""A connection that has sent no whole request for so long is closed."""
CONNECTIONS_BESIDE = 64
"""Connections that may be open beside those of the sessions: for the page, its files, and who is refused."""


class Limits(Struct, frozen=True):
    """The limits that the command line gives, and those that a test shortens."""

    sessions: int = DEFAULT_SESSIONS
    """The number of visitors that may have a session at a time."""
    idle_seconds: float = DEFAULT_IDLE_MINUTES * 60
    """A session without a key for so long is ended."""
    line_lost_seconds: float = 300.0
    """A session whose line was lost waits so long for its page."""
    page_left_seconds: float = 15.0
    """A session whose page was closed or reloaded waits so long for it."""
