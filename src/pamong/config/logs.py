"""Logs: JSON on a server, readable on a desk, and nothing in them that names a person."""

import re
from collections.abc import Mapping, MutableMapping

import structlog

PERSONAL = frozenset(
    {
        "nip", "nik", "nama", "name", "person", "alamat", "address", "email", "telepon", "phone",
        "username", "text", "words", "kutipan",
    }
)  # fmt: skip
DROPPED = "[dihapus]"
SECRET_IN_ADDRESS = re.compile(r"(?<=/kalender/)[^/\s?]+(?=/)")
"""What opens a calendar stands in its address, and Django tells addresses that failed."""


def drop_personal(
    _logger: object, _method: str, event: MutableMapping[str, object]
) -> MutableMapping[str, object]:
    """Take out every field whose key says that it names a person, however deep it stands.

    So are secrets that stand in addresses.
    """
    for key in event:
        event[key] = DROPPED if key.casefold() in PERSONAL else _without_personal(event[key])
    return event


def _without_personal(value: object) -> object:
    if isinstance(value, Mapping):
        return {
            key: DROPPED if str(key).casefold() in PERSONAL else _without_personal(part)
            for key, part in value.items()
        }
    if isinstance(value, list | tuple):
        return [_without_personal(part) for part in value]
    if isinstance(value, str):
        return SECRET_IN_ADDRESS.sub(DROPPED, value)
    return value


def configuration(*, human: bool) -> dict[str, object]:
    """Configure structlog, and return Django's ``LOGGING`` that speaks through it."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        drop_personal,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    # The tracebacks that structlog draws by itself tell every local variable: forms, passwords.
    plain = structlog.dev.plain_traceback
    renderer: structlog.typing.Processor = (
        structlog.dev.ConsoleRenderer(colors=False, exception_formatter=plain)
        if human
        else structlog.processors.JSONRenderer()
    )
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "structured": {
                "()": structlog.stdlib.ProcessorFormatter,
                "processor": renderer,
                "foreign_pre_chain": shared,
            }
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "structured"}},
        "root": {"handlers": ["stderr"], "level": "INFO" if not human else "WARNING"},
    }
