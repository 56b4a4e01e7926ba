"""Codes of the national system that entries carry.

Source: the reference lists kedudukanHukum and jenisPemberhentian of BKN's SIASN web service, as
bundled with ws-siasn-php@9cb3548 (May 2025); a value is the code there.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LegalState(models.TextChoices):
    """Kedudukan hukum."""

    AKTIF = "01", _("aktif")
    CLTN = "02", _("CLTN")
    TUGAS_BELAJAR = "03", _("tugas belajar")
    BERHENTI_SEMENTARA = "04", _("pemberhentian sementara")
    UANG_TUNGGU = "05", _("penerima uang tunggu")
    WAJIB_MILITER = "06", _("prajurit wajib")
    PEJABAT_NEGARA = "07", _("pejabat negara")
    KEPALA_DESA = "08", _("kepala desa")
    BANDING = "09", _("dalam proses banding")
    TITIPAN = "11", _("pegawai titipan")
    PENGUNGSI = "12", _("pengungsi")
    CLTN_DIPERPANJANG = "13", _("perpanjangan CLTN")
    HILANG = "14", _("dinyatakan hilang")
    HUKUMAN = "15", _("menjalani hukuman disiplin")
    TURUN_JABATAN = "16", _("pemindahan dalam rangka penurunan jabatan")
    MPP = "20", _("masa persiapan pensiun")
    CPNS_BELUM_SK = "51", _("CPNS yang belum menerima SK")
    TIDAK_AKTIF = "52", _("tidak aktif")
    DIBERHENTIKAN = "66", _("diberhentikan")
    PUNAH = "67", _("punah")
    EKS_TIMTIM = "68", _("eks PNS Timor Timur")
    TMS = "69", _("tidak memenuhi syarat pengadaan")
    NIP_BATAL = "70", _("pembatalan NIP")
    TANPA_PENSIUN = "77", _("pemberhentian tanpa hak pensiun")
    DENGAN_PENSIUN = "88", _("pemberhentian dengan hak pensiun")
    USUL_PENSIUN = "89", _("tidak aktif, diusulkan pensiun")
    TIDAK_PUPNS = "90", _("tidak ikut PUPNS 2015")
    PIDANA = "91", _("tindak pidana atau tindak pidana jabatan")
    DIBLOKIR = "92", _("data diblokir")
    CAPAI_BUP = "98", _("mencapai BUP")
    PENSIUN = "99", _("pensiun")


class TerminationKind(models.TextChoices):
    """Jenis pemberhentian; the end of a contract has no code there."""

    BUP = "1", _("mencapai BUP")
    MENINGGAL = "2", _("meninggal dunia")
    PERMINTAAN = "3", _("atas permintaan sendiri")
    CACAT = "4", _("cacat")
    UZUR = "5", _("keuzuran jasmani")
    TEWAS = "6", _("tewas")
    HUKUMAN = "7", _("hukuman disiplin")
    PARTAI = "8", _("menjadi anggota partai politik")
    PERAMPINGAN = "9", _("penyederhanaan organisasi")
    SUMPAH_PNS = "10", _("pelanggaran sumpah/janji PNS")
    SUMPAH_JABATAN = "11", _("pelanggaran sumpah/janji jabatan")
    PIDANA = "12", _("melakukan tindak pidana")
    MENINGGALKAN = "13", _("meninggalkan tugas")
    HILANG = "14", _("dinyatakan hilang")
    CLTN = "15", _("tidak melapor setelah CLTN")
    TIPIKOR = "16", _("tindak pidana korupsi")
    KONTRAK = "pk", _("perjanjian kerja berakhir")


class TransferKind(models.TextChoices):
    """What sort of move it is."""

    PINDAH = "pindah", _("pindah instansi")
    P3D = "p3d", _("pengalihan P3D")
    DPK = "dpk", _("dipekerjakan")
    DPB = "dpb", _("diperbantukan")
    PWK = "pwk", _("pindah wilayah kerja")
