"""The structure of a government on one day, read in five queries however large it is."""

from datetime import date

from django.db.models import Q

from pamong.apps.organisasi.models import Jabatan, Opd, OpdState, Pemda, PostState, UnitState
from pamong.apps.organisasi.structure_values import OpdAs, PostAs, Structure, UnitAs


def stands_on(day: date) -> Q:
    """Return the condition that a row stands on a day; its first day may not be recorded."""
    begun = Q(starts_on=None) | Q(starts_on__lte=day)
    return begun & (Q(ends_before=None) | Q(ends_before__gt=day))


def read_structure(pemda: Pemda, *, day: date) -> Structure:
    """Return the OPDs, units and posts of a government that stand on a day, as they then were."""
    return Structure(
        opds=read_opds(pemda, day=day),
        units=_units(pemda, day),
        posts=_posts(pemda, day),
    )


def read_opds(pemda: Pemda, *, day: date) -> dict[int, OpdAs]:
    """Return the OPDs of a government that stand on a day, under the names that they then bore."""
    states = {row.opd_id: row for row in OpdState.objects.on(day).filter(opd__pemda=pemda)}
    return {
        row.pk: _opd_as(states.get(row.pk, row))
        for row in Opd.objects.filter(stands_on(day), pemda=pemda).order_by("sort_key", "id")
    }


def opd_names(pemda: Pemda, *, day: date) -> dict[int, str]:
    """Return what the OPDs of a government are called on a day; those that ended, at their end."""
    names = dict(Opd.objects.filter(pemda=pemda).values_list("pk", "nama"))
    told = OpdState.objects.on(day).filter(opd__pemda=pemda).values_list("opd_id", "nama")
    return names | dict(told)


def _opd_as(row: Opd | OpdState) -> OpdAs:
    return OpdAs(row.nama, row.singkatan, row.jenis, row.tipe)


def _units(pemda: Pemda, day: date) -> dict[int, UnitAs]:
    rows = UnitState.objects.on(day).filter(unit__pemda=pemda).order_by("rank", "sort_key", "id")
    return {
        row.unit_id: UnitAs(row.opd_id, row.parent_id, row.nama, row.kind, row.rank)
        for row in rows
    }


def _posts(pemda: Pemda, day: date) -> dict[int, PostAs]:
    states = {
        row.jabatan_id: row for row in PostState.objects.on(day).filter(jabatan__pemda=pemda)
    }
    return {
        row.pk: post_as(row, states.get(row.pk))
        for row in Jabatan.objects.filter(stands_on(day), pemda=pemda).order_by("rank", "id")
    }


def post_as(jabatan: Jabatan, state: PostState | None) -> PostAs:
    """Return a post as a state of it tells, or as its own columns do where there is none."""
    if state is None:
        return PostAs(
            jabatan.opd_id,
            None,
            jabatan.nama,
            jabatan.kind,
            jabatan.eselon,
            is_single_seat=jabatan.is_single_seat,
        )
    return PostAs(
        state.opd_id,
        state.unit_id,
        state.nama,
        jabatan.kind,
        state.eselon,
        state.kelas,
        state.need,
        state.lowest_golongan,
        jabatan.is_single_seat,
    )
