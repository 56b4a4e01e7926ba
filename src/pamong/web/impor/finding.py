"""What the law has found since an import was put on record, for the page of that import."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pamong import law
from pamong.apps.core.running import Running
from pamong.apps.findings.classes import closed_rules
from pamong.apps.findings.since import found_since
from pamong.apps.impor.selectors import written_at
from pamong.web.aturan.names import title_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pamong.apps.findings.models import Finding
    from pamong.apps.impor.models import Import
    from pamong.web.http import Request

FOUND = "temuan-impor"
"""The part of the page that asks for itself again while the law looks."""


@dataclass(frozen=True, slots=True)
class Found:
    """How many findings are new, and of each rule; the first of them; how the next run stands."""

    number: int
    rules: list[tuple[str, str, int]]
    first: "Sequence[Finding]"
    running: Running


def found(request: "Request", batch: "Import") -> Found | None:
    """Return what is new since an import; nothing of one that is not on record, or long ago.

    It is told as long as the rows that were read are kept; later findings have other causes.
    """
    here, is_told = request.standpoint, batch.is_written and not batch.is_cleared
    at = written_at(here.government, batch) if is_told else None
    if at is None:
        return None
    closed = closed_rules(request.access, here.government)
    since = found_since(here.government, at, day=here.day, closed=closed)
    known = law.rules()
    told = [
        (rule_id, title_of(known[rule_id]) if rule_id in known else rule_id, number)
        for rule_id, number in since.rules.items()
    ]
    return Found(since.number, told, since.first, since.running)
