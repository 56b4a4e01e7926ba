"""Finding one employment."""

from uuid import UUID

from django.utils.translation import gettext as _

from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.organisasi.models import Pemda


class PegawaiNotFoundError(LookupError):
    """The government has no such pegawai on record."""

    def __init__(self) -> None:
        super().__init__(_("Pegawai ini tidak ada di pemerintah daerah ini."))


def get_pegawai(pemda: Pemda, public_id: UUID) -> Pegawai:
    """Return one employment by ``pemda``.

    Raises:
        PegawaiNotFoundError: there is no such one.
    """
    rows = Pegawai.objects.filter(pemda=pemda, public_id=public_id)
    found = rows.select_related("person", "pemda__instansi").first()
    if found is None:
        raise PegawaiNotFoundError
    return found
