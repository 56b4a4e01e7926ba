"""Of which classes the columns of a main row are: who may see what they say."""

from functools import cache

from pamong.apps.impor.people import CONTACTS, MAIN, NUMBERS, OF_SERVICE
from pamong.apps.kepegawaian.field_classes import FieldClass, class_of
from pamong.apps.kepegawaian.models import Contact, Pegawai, PersonalDetails, RiwayatGaji
from pamong.exchange.layout import layout

EVERY = frozenset(FieldClass)
OPEN = frozenset({FieldClass.OPEN})
_IDENTITY = frozenset({FieldClass.IDENTITY})
_FAMILY = frozenset({class_of(PersonalDetails, "marital")})
_CONTACT = frozenset({class_of(Contact, "value")})
CLOSED = {
    **dict.fromkeys((*NUMBERS, "nip_baru", "is_valid_nik", "tempat_lahir_id"), _IDENTITY),
    **dict.fromkeys(CONTACTS, _CONTACT),
    "tanggal_lahir": frozenset({class_of(Pegawai, "born_on")}),
    "tempat_lahir_nama": frozenset({class_of(PersonalDetails, "birth_place")}),
    "agama_id": frozenset({class_of(PersonalDetails, "religion")}),
    "agama_nama": frozenset({class_of(PersonalDetails, "religion")}),
    "gaji_pokok": frozenset({class_of(RiwayatGaji, "pay")}),
    "jenis_kawin_id": _FAMILY,
    "jenis_kawin_nama": _FAMILY,
}


@cache
def class_of_cell(name: str) -> frozenset[FieldClass]:
    """Return the classes that somebody has to see; of a column that nobody knows, all of them.

    SIASN's web service tells of the family, health and pay of a person in columns of its own.
    """
    ours = OF_SERVICE.get(name, name)
    if ours in CLOSED:
        return CLOSED[ours]
    return OPEN if ours in layout(MAIN).by_name else EVERY
