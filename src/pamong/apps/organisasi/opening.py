"""Opening a government: the first act of an installation that is no demonstration."""

from pamong.apps.core.audit import Actor, act
from pamong.apps.organisasi.governments import (
    establish_typical_structure,
    load_governments,
    make_resident,
)
from pamong.apps.organisasi.models import Opd, Pemda
from pamong.apps.organisasi.office_names import squeezed


class UnknownGovernmentError(LookupError):
    """None of the governments of Indonesia goes by that name, or several do."""

    def __init__(self, name: str, meant: list[str]) -> None:
        hint = f" Maksudnya: {', '.join(meant)}?" if meant else ""
        super().__init__(
            f'"{name}" bukan nama satu pemerintah daerah. Tulis lengkap, misalnya "Kabupaten '
            f'Jember" atau "Provinsi Jambi".{hint}'
        )


def open_government(*, name: str, typical_structure: bool, actor: Actor, reason: str) -> Pemda:
    """Let a government keep its records here, found by any spelling that people use.

    With ``typical_structure`` it gets the OPDs and offices of its level, marked as typical, where
    it has none. A government that is open stays as it is.

    Raises:
        UnknownGovernmentError: there is none of that name, or there are several.
    """
    with act("organisasi.open_government", actor=actor, reason=reason):
        load_governments(actor=actor, reason=reason)
        pemda = _meant(name)
        if not pemda.is_resident:
            make_resident(pemda=pemda, actor=actor, reason=reason)
        if typical_structure and not Opd.objects.filter(pemda=pemda).exists():
            establish_typical_structure(pemda=pemda, actor=actor, reason=reason)
        return pemda


def _meant(name: str) -> Pemda:
    exact = Pemda.objects.filter(nama__iexact=name.strip()).first()
    if exact is not None:
        return exact
    meant = list(Pemda.objects.filter(spellings__key=squeezed(name)).order_by("nama")[:5])
    if len(meant) != 1:
        raise UnknownGovernmentError(name, [pemda.nama for pemda in meant])
    return meant[0]
