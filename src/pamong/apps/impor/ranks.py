"""The golongan of a row: by its name, else by SIASN's code, which those of PPPK have not."""

from typing import Any

from pamong.apps.impor.placing import Known, LacksError, Reader
from pamong.apps.impor.two_way import Draft, Row, Way
from pamong.exchange.code_lists import code_list


def _take(row: Reader, draft: Draft) -> None:
    names = code_list("golongan").names
    code = str(row.values.get("golonganId", ""))
    rank = row.get("golongan") or names.get(code)
    if not rank:
        raise LacksError("golongan")
    if names.get(code) == rank:
        row.get("golonganId")
    draft.said["golongan"] = rank


def code_of(golongan: str) -> str | None:
    """Return SIASN's code of a golongan; those of PPPK have none there.

    >>> code_of("III/b"), code_of("IX")
    ('32', None)
    """
    names = code_list("golongan").names
    return next((code for code, name in names.items() if name == golongan), None)


def _tell(entry: Row, _known: Known) -> dict[str, Any]:
    rank = entry["golongan"]
    return {"golonganId": code_of(rank), "golongan": rank}


RANK = Way(("golonganId", "golongan"), ("golongan",), _take, _tell, is_needed=True)
