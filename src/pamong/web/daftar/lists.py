"""The lists, by their place in the address."""

from django.utils.translation import gettext_lazy

from pamong.apps.kepegawaian.roster_columns import Column
from pamong.web.daftar.acting import open_acting
from pamong.web.daftar.bezetting import open_bezetting
from pamong.web.daftar.due import open_contracts, open_kgb, open_pensions, open_promotions
from pamong.web.daftar.duk import open_duk
from pamong.web.daftar.kinds import Daftar
from pamong.web.daftar.nominatif import open_nominatif
from pamong.web.daftar.vacant import open_vacant

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
            ("menurut", "opd", "status", "golongan", "pendidikan", "kelamin", "usia"),
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
        Daftar(
            "pelaksana-tugas",
            gettext_lazy("Plt, Plh, Pj, dan Pjs"),
            gettext_lazy(
                "Yang melaksanakan tugas suatu jabatan pada tanggal ini, yang paling dahulu habis"
                " lebih dahulu, dengan batas masanya menurut aturan."
            ),
            ("opd", "kedudukan", "habis"),
            (),
            open_acting,
            told=(
                gettext_lazy("Melaksanakan tugas"),
                gettext_lazy("Keadaan"),
                gettext_lazy("Tercatat sampai"),
                gettext_lazy("Batas pertama"),
                gettext_lazy("Batas perpanjangan"),
                gettext_lazy("TMT"),
                gettext_lazy("Jabatan sendiri"),
            ),
            summary_title=gettext_lazy("Jumlah tiap keadaan"),
        ),
        Daftar(
            "jabatan-kosong",
            gettext_lazy("Jabatan kosong"),
            gettext_lazy(
                "Jabatan yang pemangku definitifnya kurang pada tanggal ini, sejak kapan, siapa"
                " yang melaksanakan tugasnya, dan jabatan di atasnya yang juga kosong."
            ),
            ("opd", "jenis", "pelaksana"),
            (),
            open_vacant,
            told=(
                gettext_lazy("Jenis"),
                gettext_lazy("eselon"),
                gettext_lazy("Kelas"),
                gettext_lazy("Letak"),
                gettext_lazy("Kebutuhan"),
                gettext_lazy("Terisi"),
                gettext_lazy("Kosong sejak"),
                gettext_lazy("Yang melaksanakan"),
                gettext_lazy("Kosong juga di atasnya"),
            ),
            summary_title=gettext_lazy("Jumlah tiap OPD"),
            subject=gettext_lazy("Jabatan"),
        ),
        Daftar(
            "bezetting",
            gettext_lazy("Bezetting"),
            gettext_lazy(
                "Kebutuhan tiap jabatan menurut peta jabatan terhadap pemangkunya pada tanggal"
                " ini, dengan kekurangan dan kelebihannya."
            ),
            ("menurut", "opd", "jenis", "keadaan"),
            (),
            open_bezetting,
            told=(
                gettext_lazy("Jenis"),
                gettext_lazy("eselon"),
                gettext_lazy("Kelas"),
                gettext_lazy("OPD"),
                gettext_lazy("Kebutuhan"),
                gettext_lazy("Terisi"),
                gettext_lazy("Selisih"),
                gettext_lazy("Keadaan"),
            ),
            is_grouped=True,
            summary_title=gettext_lazy("Jumlah tiap kelompok"),
            subject=gettext_lazy("Jabatan"),
        ),
    )
}
