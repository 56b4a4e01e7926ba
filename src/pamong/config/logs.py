"""Logs: JSON on a server, readable on a desk, and nothing in them that names a person."""

from collections.abc import MutableMapping

import structlog

PERSONAL = frozenset(
    {"nip", "nik", "nama", "name", "alamat", "address", "email", "telepon", "text"}
)


def drop_personal(
    _logger: object, _method: str, event: MutableMapping[str, object]
) -> MutableMapping[str, object]:
    """Take out every field whose key says that it names a person."""
    for key in PERSONAL & event.keys():
        event[key] = "[dihapus]"
    return event


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
    renderer: structlog.typing.Processor = (
        structlog.dev.ConsoleRenderer(colors=False)
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
