"""The sentence that a demonstration puts on whatever leaves it; pages bear it in their frame."""

from django.utils.translation import gettext_lazy as _

BANNER = _(
    "Data peraga. Nama pejabat dan peristiwa diringkas dari pemberitaan; pegawai lain, susunan "
    "OPD dan angka adalah rekaan. Bukan catatan resmi pemerintah mana pun."
)
