"""What kinds of forum there are, what is spoken of there, and how."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ForumKind(models.TextChoices):
    """The kinds of forum that the reader tells apart."""

    APEL = "apel", _("Apel")
    UPACARA = "upacara", _("Upacara")
    RAKOR = "rakor", _("Rapat koordinasi")
    AUDIENSI = "audiensi", _("Audiensi")
    PENGARAHAN = "pengarahan", _("Pengarahan")
    SILATURAHMI = "silaturahmi", _("Silaturahmi")
    PELANTIKAN = "pelantikan", _("Pelantikan")
    SERAH_TERIMA = "serah_terima", _("Serah terima")
    MUSRENBANG = "musrenbang", _("Musrenbang")


class Topic(models.TextChoices):
    """What a directive, a commitment or a forum is about."""

    NETRALITAS = "netralitas", _("Netralitas ASN")
    DISIPLIN = "disiplin", _("Disiplin")
    ANGGARAN = "anggaran", _("Anggaran")
    PROGRAM_KERJA = "program_kerja", _("Program kerja")
    KINERJA = "kinerja", _("Kinerja")
    PENDIDIKAN_ASN = "pendidikan_asn", _("Pendidikan ASN")
    PPPK_HONORER = "pppk_honorer", _("PPPK dan honorer")
    PELAYANAN_PUBLIK = "pelayanan_publik", _("Pelayanan publik")
    KOORDINASI_SINERGI = "koordinasi_sinergi", _("Koordinasi dan sinergi")
    PILKADA_PEMILU = "pilkada_pemilu", _("Pilkada dan pemilu")
    CUTI_KAMPANYE = "cuti_kampanye", _("Cuti kampanye")
    MUTASI_PROMOSI = "mutasi_promosi", _("Mutasi dan promosi")
    INTEGRITAS_ANTIKORUPSI = "integritas_antikorupsi", _("Integritas dan antikorupsi")
    INFLASI = "inflasi", _("Inflasi")
    STUNTING = "stunting", _("Stunting")
    KEMISKINAN = "kemiskinan", _("Kemiskinan")
    EKONOMI = "ekonomi", _("Ekonomi")
    KESEHATAN_COVID = "kesehatan_covid", _("Kesehatan dan Covid-19")
    PENDIDIKAN = "pendidikan", _("Pendidikan")
    KEAMANAN_KETERTIBAN = "keamanan_ketertiban", _("Keamanan dan ketertiban")
    KEBANGSAAN = "kebangsaan", _("Kebangsaan")
    SILATURAHMI_PAMIT = "silaturahmi_pamit", _("Silaturahmi dan pamitan")
    LINGKUNGAN_BENCANA = "lingkungan_bencana", _("Lingkungan dan bencana")
    DESA = "desa", _("Desa")
    DATA_DIGITAL = "data_digital", _("Data dan digital")
    PERENCANAAN = "perencanaan", _("Perencanaan")
    KESEJAHTERAAN_ASN = "kesejahteraan_asn", _("Kesejahteraan ASN")


class Setting(models.TextChoices):
    """How something was said."""

    PIDATO = "pidato", _("dalam pidato")
    DIBACAKAN = "dibacakan", _("dalam sambutan yang dibacakan")
    WAWANCARA = "wawancara", _("dalam wawancara")


class PaperKind(models.TextChoices):
    """Which kind of document the reader took a text for; the names are those of papers.toml."""

    BERITA = "berita", _("berita")
    SIARAN_PERS = "siaran_pers", _("siaran pers")
    NOTULEN = "notulen", _("notulen")
    AGENDA = "agenda", _("agenda atau undangan")
    PIDATO = "pidato", _("naskah pidato atau sambutan")
    SURAT_EDARAN = "surat_edaran", _("surat edaran")
    INSTRUKSI = "instruksi", _("instruksi")
    KEPUTUSAN = "keputusan", _("surat keputusan")
