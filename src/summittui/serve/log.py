"""The log of a server: faults of its own, and nothing that a visitor could bring about.

aiohttp logs every request that it cannot read with a traceback and with the request's own words, a cookie among them,
and every line that was lost in the midst of an answer. Whoever reaches the server could fill its log with that.
"""

import logging

from aiohttp.http_exceptions import HttpProcessingError
from aiohttp.web import RequestPayloadError

_LOGGERS = ("aiohttp.server", "aiohttp.web", "aiohttp.websocket")
_OF_VISITORS = (HttpProcessingError, RequestPayloadError, ConnectionError)


def log_own_faults_only() -> None:
    """Leave out of the log what visitors bring about."""
    for name in _LOGGERS:
        logging.getLogger(name).addFilter(_is_own_fault)


def _is_own_fault(record: logging.LogRecord) -> bool:
    error = record.exc_info[1] if record.exc_info else None
    return error is not None and not isinstance(error, _OF_VISITORS)
