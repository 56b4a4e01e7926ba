"""What is known of a government before its files are read."""

from collections import Counter
from datetime import date

from django.db.models import BigIntegerField, Value

from pamong.apps.core.models import IdentifierKind, PersonIdentifier
from pamong.apps.impor.models import Import
from pamong.apps.impor.placing import Known
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.organisasi.models import Opd, Pemda, UnitState
from pamong.exchange.across import Registry, name_key

NUMBERS = (IdentifierKind.NIP, IdentifierKind.NI_PPPK)


def known_of(batch: Import) -> Known:
    """Return the units and OPDs of the government on the day of an import."""
    return places_of(batch.pemda, batch.day)


def places_of(pemda: Pemda, day: date) -> Known:
    """Return the units and OPDs of a government on a day."""
    states = UnitState.objects.on(day).filter(unit__pemda=pemda)
    found = list(states.select_related("unit"))
    units = {each.unit.kode: (each.opd_id, each.unit_id) for each in found if each.unit.kode}
    opds = list(Opd.objects.filter(pemda=pemda).values_list("nama", "pk", "kode"))
    of_opds: dict[str, tuple[int, int | None]] = {kode: (pk, None) for _, pk, kode in opds if kode}
    called: dict[tuple[int, int | None], str] = {
        **{(pk, None): nama for nama, pk, _ in opds},
        **{(each.opd_id, each.unit_id): each.nama for each in found},
    }
    times = Counter(name.casefold() for name in called.values())
    return Known(
        day,
        of_opds | units,
        {name.casefold(): place for place, name in called.items() if times[name.casefold()] == 1},
        {unit: code for code, (_opd, unit) in units.items() if unit is not None},
        called,
    )


def codes_of(pemda: Pemda, day: date) -> dict[str, tuple[int, int | None]]:
    """Return the units and OPDs of a government on a day by their code, as (OPD, unit)."""
    units = UnitState.objects.on(day).filter(unit__pemda=pemda).exclude(unit__kode="")
    opds = Opd.objects.filter(pemda=pemda).exclude(kode="").order_by()
    no_unit = Value(None, output_field=BigIntegerField())
    of_opds = opds.values_list("kode", "pk", no_unit)
    found = of_opds.union(units.order_by().values_list("unit__kode", "opd", "unit"), all=True)
    return {code: (opd, unit) for code, opd, unit in found}


def registry_of(batch: Import) -> Registry:
    """Return the people of the government, by their numbers, and by name and birth.

    A row of somebody who is known only by SIASN's code has no NIP; whether somebody has that code
    is asked when the rows are compared, so that no NIP at all counts as known here.
    """
    people = Pegawai.objects.filter(pemda=batch.pemda_id)
    numbers = dict[int, str]()
    every = {""}
    ids = PersonIdentifier.objects.filter(person__in=people.values("person"))
    for person, value in ids.filter(kind__in=NUMBERS).values_list("person", "value"):
        numbers[person] = value
        every.add(value)
    niks = ids.filter(kind=IdentifierKind.NIK).values_list("value", "person")
    births = people.exclude(born_on=None).values_list("person__nama", "born_on", "person")
    return Registry(
        nip=every if len(every) > 1 else frozenset(),
        units=frozenset(),
        nik={nik: numbers[person] for nik, person in niks if person in numbers},
        births={
            (name_key(nama), born): numbers[person]
            for nama, born, person in births
            if born is not None and person in numbers
        },
    )
