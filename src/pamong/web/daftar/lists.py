"""The lists, by their place in the address."""

from django.utils.translation import gettext_lazy

from pamong.apps.kepegawaian.roster_columns import Column
from pamong.web.daftar.due import open_contracts, open_kgb, open_pensions, open_promotions
from pamong.web.daftar.kinds import Daftar
from pamong.web.daftar.opening import open_duk, open_nominatif

LISTS = {
    each.key: each
    for each in (
        Daftar(
            "nominatif",
            gettext_lazy("Daftar nominatif"),
            gettext_lazy(
                "Semua pegawai menurut OPD, jabatan, golongan, atau pendidikan; dalam tiap"
                " kelompok yang berpangkat tertinggi lebih dahulu."
            ),
            ("menurut", "opd", "status"),
            (
                Column.NIP,
                Column.STATUS,
                Column.GOLONGAN,
                Column.GOLONGAN_TMT,
                Column.JABATAN,
                Column.UNIT,
                Column.JENJANG,
            ),
            open_nominatif,
            is_grouped=True,
            summary_title=gettext_lazy("Jumlah tiap kelompok"),
        ),
        Daftar(
            "duk",
            gettext_lazy("Daftar Urut Kepangkatan"),
            gettext_lazy(
                "PNS menurut pangkat, jabatan, masa kerja, latihan jabatan, pendidikan, dan usia;"
                " tiap nomor menyebut ukuran yang membuatnya di atas nomor berikutnya."
            ),
            ("opd", "golongan"),
            (Column.NIP, Column.GOLONGAN, Column.GOLONGAN_TMT, Column.JABATAN, Column.OPD),
            open_duk,
            told=(gettext_lazy("Di atas nomor berikutnya karena"),),
        ),
        Daftar(
            "pensiun",
            gettext_lazy("Yang akan pensiun"),
            gettext_lazy(
                "PNS menurut TMT pensiunnya, dengan batas usia pensiun (BUP) dan hari terakhir"
                " mengusulkannya."
            ),
            ("tahun", "opd"),
            (Column.NIP, Column.JABATAN, Column.OPD),
            open_pensions,
            told=(
                gettext_lazy("TMT pensiun"),
                gettext_lazy("BUP"),
                gettext_lazy("Dasar"),
                gettext_lazy("Diusulkan paling lambat"),
                gettext_lazy("Keadaan"),
            ),
            summary_title=gettext_lazy("Jumlah tiap tahun"),
        ),
        Daftar(
            "kgb",
            gettext_lazy("Kenaikan gaji berkala"),
            gettext_lazy(
                "PNS dan CPNS menurut hari jatuhnya kenaikan gaji berkala (KGB) berikutnya, dengan"
                " hari terbit pemberitahuannya."
            ),
            ("tahun", "opd"),
            (Column.NIP, Column.GOLONGAN, Column.JABATAN, Column.OPD),
            open_kgb,
            told=(
                gettext_lazy("KGB berikutnya"),
                gettext_lazy("Pemberitahuan terbit"),
                gettext_lazy("Keadaan"),
            ),
            summary_title=gettext_lazy("Jumlah tiap tahun"),
        ),
        Daftar(
            "pangkat",
            gettext_lazy("Kenaikan pangkat reguler"),
            gettext_lazy(
                "PNS menurut periode pertama kenaikan pangkat regulernya, dengan golongan"
                " berikutnya."
            ),
            ("tahun", "opd"),
            (Column.NIP, Column.GOLONGAN, Column.GOLONGAN_TMT, Column.JABATAN, Column.OPD),
            open_promotions,
            told=(
                gettext_lazy("Periode"),
                gettext_lazy("Golongan berikutnya"),
                gettext_lazy("Keadaan"),
            ),
            summary_title=gettext_lazy("Jumlah tiap tahun"),
        ),
        Daftar(
            "perjanjian",
            gettext_lazy("Perjanjian kerja PPPK yang berakhir"),
            gettext_lazy(
                "Perjanjian kerja yang berlaku pada tanggal ini, yang paling dahulu berakhir lebih"
                " dahulu."
            ),
            ("tahun", "opd"),
            (Column.NIP, Column.GOLONGAN, Column.JABATAN, Column.OPD),
            open_contracts,
            told=(
                gettext_lazy("Hari terakhir"),
                gettext_lazy("Mulai"),
                gettext_lazy("Bentuk"),
                gettext_lazy("Kelanjutan"),
            ),
            summary_title=gettext_lazy("Jumlah tiap tahun"),
        ),
    )
}
