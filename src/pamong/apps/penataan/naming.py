"""Finding what a person types in a structure: an OPD, a unit, a post, by name or by its path.

A path is written as "Dinas Pasar / Bidang Tera"; a name alone is enough where only one bears it.
"""

from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches

from django.utils.translation import gettext as _

from pamong.apps.organisasi.models import Opd, Pemda, UnitKerja
from pamong.apps.organisasi.structure_reading import read_structure
from pamong.apps.organisasi.structure_values import Place, Structure

SEPARATOR = " / "


class UnknownNameError(LookupError):
    """Nothing in the structure goes by that name on that day."""

    def __init__(self, text: str, meant: Iterable[str]) -> None:
        hint = _(" Maksudnya: %s?") % ", ".join(meant) if meant else ""
        super().__init__(
            _('"%(text)s" tidak ada dalam susunan pada hari itu.%(hint)s')
            % {"text": text, "hint": hint}
        )


class AmbiguousNameError(LookupError):
    """Several things in the structure go by that name."""

    def __init__(self, text: str, paths: Iterable[str]) -> None:
        super().__init__(
            _('Ada lebih dari satu "%(text)s". Tulis lengkap salah satunya: %(paths)s.')
            % {"text": text, "paths": "; ".join(list(paths)[:5])}
        )


def find_opd(structure: Structure, text: str) -> int:
    """Return the key of the OPD that is meant.

    Raises:
        UnknownNameError: there is none.
        AmbiguousNameError: there are several, by the same short name.
    """
    named = {key: [row.nama, row.singkatan] for key, row in structure.opds.items()}
    return _the_one(text, {key: (row[0], row) for key, row in named.items()})


def find_unit(structure: Structure, text: str) -> int:
    """Return the key of the unit that is meant.

    Raises:
        UnknownNameError: there is none.
        AmbiguousNameError: there are several; the sentence names their paths.
    """
    told = {}
    for key, row in structure.units.items():
        path = unit_path(structure, key)
        short = SEPARATOR.join([structure.opds[row.opd].nama, row.nama])
        told[key] = (path, [path, short, row.nama])
    return _the_one(text, told)


def unit_called(pemda: Pemda, text: str, *, day: date) -> UnitKerja:
    """Return the unit of a government that is meant on a day.

    Raises:
        UnknownNameError: there is none.
        AmbiguousNameError: there are several; the sentence names their paths.
    """
    return UnitKerja.objects.get(pk=find_unit(read_structure(pemda, day=day), text))


def place_called(pemda: Pemda, text: str, *, day: date) -> Opd | UnitKerja:
    """Return the OPD, or the unit of one, that is meant on a day, as :func:`find_place` does."""
    opd, unit = place_in(read_structure(pemda, day=day), text)
    return unit or opd


def place_in(structure: Structure, text: str) -> tuple[Opd, UnitKerja | None]:
    """Return the OPD that is meant, or that of the unit that is, as :func:`find_place` does."""
    place = find_place(structure, text)
    unit = None if place.unit is None else UnitKerja.objects.get(pk=place.unit)
    return Opd.objects.get(pk=place.opd), unit


def find_post(structure: Structure, text: str) -> int:
    """Return the key of the post that is meant.

    Raises:
        UnknownNameError: there is none.
        AmbiguousNameError: there are several.
    """
    told = {}
    for key, row in structure.posts.items():
        place = [structure.opds[row.opd].nama] if row.opd in structure.opds else []
        path = SEPARATOR.join([*place, row.nama])
        told[key] = (path, [path, row.nama])
    return _the_one(text, told)


def find_place(structure: Structure, text: str) -> Place:
    """Return the OPD, or the unit of one, that is meant; an OPD goes before a unit.

    Raises:
        UnknownNameError: there is none.
        AmbiguousNameError: there are several.
    """
    try:
        return Place(find_opd(structure, text))
    except UnknownNameError:
        key = find_unit(structure, text)
        return Place(structure.units[key].opd, key)


def unit_path(structure: Structure, key: int) -> str:
    """Return "Dinas Pasar / Bidang Tera / Seksi Timbangan"."""
    names: list[str] = []
    here: int | None = key
    while here is not None and here in structure.units and len(names) < 20:
        names.insert(0, structure.units[here].nama)
        here = structure.units[here].parent
    return SEPARATOR.join([structure.opds[structure.units[key].opd].nama, *names])


def place_name(structure: Structure, place: Place | None) -> str:
    """Return how people call a place; empty where there is none."""
    if place is None:
        return ""
    if place.unit is not None and place.unit in structure.units:
        return unit_path(structure, place.unit)
    return structure.opds[place.opd].nama if place.opd in structure.opds else ""


def _the_one(text: str, told: dict[int, tuple[str, list[str]]]) -> int:
    wanted = _key(text)
    found = [key for key, (_path, names) in told.items() if wanted in map(_key, names)]
    exact = [key for key in found if _key(told[key][0]) == wanted]
    found = exact if len(exact) == 1 else found
    if len(found) == 1 and wanted:
        return found[0]
    if not found or not wanted:
        every = {_key(name): name for _path, names in told.values() for name in names if name}
        near = get_close_matches(wanted, every, n=3)
        raise UnknownNameError(text, [every[each] for each in near])
    raise AmbiguousNameError(text, sorted(told[key][0] for key in found))


def _key(name: str) -> str:
    return " ".join(name.casefold().replace("/", " / ").split())
