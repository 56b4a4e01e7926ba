"""What becomes of a gift that was refused, or that would spoil: whether it is reported."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """A refused gift is reported too; one that spoils may be given away, and is reported."""
    if case.perlakuan in version.values["hanya_mudah_rusak"] and not case.mudah_rusak:
        return found("tidak_boleh_disalurkan")
    return found("dilaporkan" if case.dilaporkan else "belum_dilaporkan")
