"""What became of each sheet, as it is kept with an import."""

from collections.abc import Iterable
from typing import Any

from pamong.exchange.examining import SheetReport
from pamong.exchange.matching import fingerprint


def told_sheets(reports: Iterable[SheetReport]) -> list[dict[str, Any]]:
    """Return sheets as what JSON can hold; ``kolom`` is what each place in the header is."""
    return [
        {
            "berkas": report.file,
            "lembar": report.sheet,
            "tata_letak": report.layout,
            "baris": report.rows,
            "tidak_terbaca": report.unread,
            "kurang": list(report.missing),
            "disimpan": list(report.kept),
            "terdekat": report.nearest,
            "kepala": list(report.header.headings) if report.header else [],
            "kunci": list(report.header.keys) if report.header else [],
            "sidik": fingerprint(report.header) if report.header else "",
            "kolom": {str(index): name for index, name in report.columns.items()},
            "usul": [[each.heading, each.column] for each in report.proposals],
            "masalah": report.problem,
        }
        for report in reports
    ]
