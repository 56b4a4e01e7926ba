"""What became of each sheet, as it is kept with an import."""

from collections.abc import Iterable
from typing import Any

from pamong.exchange.examining import SheetReport
from pamong.exchange.layout import layouts
from pamong.exchange.matching import Matching, find_matching, fingerprint


def told_sheets(
    reports: Iterable[SheetReport], matchings: Iterable[Matching]
) -> list[dict[str, Any]]:
    """Return sheets as what JSON can hold; ``kolom`` is what each place in the header is."""
    kept = tuple(matchings)
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
            "kolom": _columns(report, kept),
            "usul": [[each.heading, each.column] for each in report.proposals],
            "masalah": report.problem,
        }
        for report in reports
    ]


def _columns(report: SheetReport, matchings: Iterable[Matching]) -> dict[str, str]:
    if report.header is None or report.layout not in layouts():
        return {}
    matching = find_matching(report.header, matchings)
    if matching is not None:
        found = matching.places(report.header)
    else:
        found, by_key = {}, layouts()[report.layout].by_key
        for index, key in enumerate(report.header.keys):
            name = by_key.get(key)
            if key and name is not None and name not in found.values():
                found[index] = name
    return {str(index): name for index, name in found.items()}
