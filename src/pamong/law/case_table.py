"""What a step rule is told: its inputs as a table of one row, and what to say of an absent one.

``[input.NAME]`` of a rule's TOML has ``type``, ``meaning``, ``meaning_en`` and, where only certain
words are allowed, ``one_of``. Any input may be left out: that means "not known", never "no".
"""

from __future__ import annotations

from pamong.kernel.language import mark
from pamong.law.content import Cursor
from pamong.law.fact_table import Column, ColumnType, FactTable
from pamong.law.rule import CASE, NOT_JUDGED, Missing, Outcome, Verdict

#: What is missing where a deadline runs into a year whose days off are not decreed yet.
CALENDAR = "kalender"
_KEY = Column(CASE, ColumnType.INT64, False, "Nomor perkara", "Number of the case")  # noqa: FBT003


def read_case_table(cursor: Cursor) -> FactTable:
    """Read the inputs of a step rule."""
    columns = [_KEY]
    for name, row in cursor.named("input").items():
        columns.append(
            Column(
                name=name,
                type=row.choice("type", ColumnType),
                required=False,
                meaning=row.text("meaning"),
                meaning_en=row.text("meaning_en"),
                one_of=row.optional_texts("one_of"),
            )
        )
        row.close()
    if len(columns) == 1:
        cursor.note("input", "belum ada satu masukan pun.")
    return FactTable(
        name=CASE,
        meaning="Satu perkara; masukan yang dikosongkan berarti belum diketahui",
        meaning_en="One case; an input left empty is not known",
        columns=tuple(columns),
        key=(CASE,),
        is_reference=False,
        is_case=True,
    )


def absent_inputs(table: FactTable) -> dict[str, Missing]:
    """Return what to say of each input that may be absent, unless the rule says it better."""
    told = {
        column.name: Missing(
            name=column.name,
            label=column.meaning,
            sentence=(f"Belum diketahui: {column.meaning[0].lower()}{column.meaning[1:]}.",),
            to_do=f"Lengkapi: {column.meaning[0].lower()}{column.meaning[1:]}.",
        )
        for column in table.columns
        if column is not _KEY and column.meaning
    }
    return told | {
        CALENDAR: Missing(
            name=CALENDAR,
            label="Hari libur tahun itu",
            sentence=("Hari libur nasional dan cuti bersama tahun itu belum ditetapkan.",),
            to_do="Tunggu SKB hari libur tahun itu, lalu nilai kembali.",
        )
    }


def unjudged() -> Outcome:
    """Return the outcome of a case in which a fact that decides is missing."""
    return Outcome(
        id=NOT_JUDGED,
        label=mark("Belum dapat dinilai"),
        label_en="Cannot be judged yet",
        verdict=Verdict.TIDAK_DAPAT_DINILAI,
        meaning=("Perkara ini belum dapat dinilai.",),
        meaning_en=("This case cannot be judged yet.",),
        to_do=(),
        discretion=None,
        waits_for=None,
    )
