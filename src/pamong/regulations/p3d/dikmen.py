"""Who employs, pays and disciplines school staff since secondary schools went to the province."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from pamong.law.rule import Version
from pamong.law.source import Confidence
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """The level of the school first, then the person, then whether the transfer took place."""
    level = version.values["kewenangan"][case.jenjang]
    steps: dict[str, Any] = {"kewenangan": level}
    if level != "provinsi":
        return found("bukan_dikmen", **steps)
    outside = _outside(case, version.values["jabatan"])
    return found(outside, **steps) if outside else _transfer(case, version, steps)


def _outside(case: Case, posts: Sequence[str]) -> str | None:
    """Return why somebody at a secondary school is not among those who are transferred."""
    if case.status != "pns":
        return "bukan_pns"
    if case.pemberi_kerja != "kabupaten_kota":
        return "bukan_pegawai_kabupaten_kota"
    if case.daerah_khusus:
        return "daerah_khusus"
    if case.told("mengajar_juga_smp"):
        return "dua_jenjang"
    return "jabatan_di_luar_daftar" if posts and case.jabatan not in posts else None


def _transfer(case: Case, version: Version, steps: dict[str, Any]) -> Found:
    """Compare the day with the transfer and with the last day for it (UU 23/2014 Pasal 404)."""
    last = date.fromisoformat(version.values["serah_terima_sampai"])
    moved = case.told("tmt_pengalihan")
    if moved is not None and moved <= case.as_of:
        pays_from = case.told("tmt_pembebanan_gaji")
        is_told = pays_from is not None
        if pays_from is None:
            pays_from = date.fromisoformat(version.values["gaji_provinsi_mulai"])
        payer = "provinsi" if case.as_of >= pays_from else "kabupaten_kota"
        return found(
            "dialihkan",
            # That pay passed with the budget year 2017 was seen in the press only.
            confidence=None if is_told else Confidence.SECONDARY,
            pemberi_kerja_kini="provinsi",
            pembayar_gaji=payer,
            gaji_provinsi_mulai=pays_from,
            pejabat_pembina="gubernur",
            **steps,
        )
    stays = steps | {
        "pemberi_kerja_kini": "kabupaten_kota",
        "pembayar_gaji": "kabupaten_kota",
        "pejabat_pembina": "bupati_wali_kota",
        "serah_terima_sampai": last,
    }
    if case.as_of <= last:
        return found("belum_dialihkan", due_on=last, **stays)
    if moved is None and case.sudah_dialihkan:
        raise case.lack("tmt_pengalihan")
    return found("serah_terima_lewat", since=last + timedelta(days=1), due_on=last, **stays)
