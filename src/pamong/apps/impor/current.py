"""What the record says of the people of some rows, so that a row can be known to say no more."""

from collections.abc import Iterable
from dataclasses import replace

from pamong.apps.core.models import PersonIdentifier
from pamong.apps.impor.exporting_main import main_cells, number_of
from pamong.apps.impor.exporting_reading import Moment, people
from pamong.apps.impor.models import Import
from pamong.apps.impor.people import MAIN_ROWS
from pamong.apps.impor.placing import Known
from pamong.apps.impor.registry import NUMBERS
from pamong.apps.impor.two_way import as_value
from pamong.apps.kepegawaian.models import Pegawai
from pamong.exchange.layout import layout
from pamong.exchange.record import Row, record_of


def known_beside(batch: Import, known: Known, rows: Iterable[Row]) -> Known:
    """Return what is known, and what is on record now of those whose main rows are among these."""
    numbers = {
        str(record.meaning("nip"))
        for row in rows
        if (record := record_of(row)).layout in MAIN_ROWS
    }
    if not numbers:
        return known
    persons = PersonIdentifier.objects.filter(kind__in=NUMBERS, value__in=numbers)
    ids = Pegawai.objects.filter(pemda=batch.pemda_id, person__in=persons.values("person"))
    moment = Moment(batch.day)
    found = people(list(ids.order_by("starts_on", "pk").values_list("pk", flat=True)), moment)
    cells = main_cells(found, moment, known)
    kinds = {column.name: column.kind for column in layout("siasn-pegawai").columns}
    return replace(
        known,
        current={
            number_of(each): {
                name: value
                for name, raw in cells[each.pegawai_id].items()
                if (value := as_value(raw, kinds.get(name, "text"))) is not None
            }
            for each in found
        },
    )
