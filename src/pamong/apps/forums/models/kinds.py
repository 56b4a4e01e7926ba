"""What kinds of forum there are, what is spoken of there, and how."""

from django.db import models


class ForumKind(models.TextChoices):
    """The kinds of forum that the reader tells apart."""

    APEL = "apel", "Apel"
    UPACARA = "upacara", "Upacara"
    RAKOR = "rakor", "Rapat koordinasi"
    AUDIENSI = "audiensi", "Audiensi"
    PENGARAHAN = "pengarahan", "Pengarahan"
    SILATURAHMI = "silaturahmi", "Silaturahmi"
    PELANTIKAN = "pelantikan", "Pelantikan"
    SERAH_TERIMA = "serah_terima", "Serah terima"
    MUSRENBANG = "musrenbang", "Musrenbang"


class Topic(models.TextChoices):
    """What a directive, a commitment or a forum is about."""

    NETRALITAS = "netralitas", "Netralitas ASN"
    DISIPLIN = "disiplin", "Disiplin"
    ANGGARAN = "anggaran", "Anggaran"
    PROGRAM_KERJA = "program_kerja", "Program kerja"
    KINERJA = "kinerja", "Kinerja"
    PENDIDIKAN_ASN = "pendidikan_asn", "Pendidikan ASN"
    PPPK_HONORER = "pppk_honorer", "PPPK dan honorer"
    PELAYANAN_PUBLIK = "pelayanan_publik", "Pelayanan publik"
    KOORDINASI_SINERGI = "koordinasi_sinergi", "Koordinasi dan sinergi"
    PILKADA_PEMILU = "pilkada_pemilu", "Pilkada dan pemilu"
    CUTI_KAMPANYE = "cuti_kampanye", "Cuti kampanye"
    MUTASI_PROMOSI = "mutasi_promosi", "Mutasi dan promosi"
    INTEGRITAS_ANTIKORUPSI = "integritas_antikorupsi", "Integritas dan antikorupsi"
    INFLASI = "inflasi", "Inflasi"
    STUNTING = "stunting", "Stunting"
    KEMISKINAN = "kemiskinan", "Kemiskinan"
    EKONOMI = "ekonomi", "Ekonomi"
    KESEHATAN_COVID = "kesehatan_covid", "Kesehatan dan Covid-19"
    PENDIDIKAN = "pendidikan", "Pendidikan"
    KEAMANAN_KETERTIBAN = "keamanan_ketertiban", "Keamanan dan ketertiban"
    KEBANGSAAN = "kebangsaan", "Kebangsaan"
    SILATURAHMI_PAMIT = "silaturahmi_pamit", "Silaturahmi dan pamitan"
    LINGKUNGAN_BENCANA = "lingkungan_bencana", "Lingkungan dan bencana"
    DESA = "desa", "Desa"
    DATA_DIGITAL = "data_digital", "Data dan digital"
    PERENCANAAN = "perencanaan", "Perencanaan"
    KESEJAHTERAAN_ASN = "kesejahteraan_asn", "Kesejahteraan ASN"


class Setting(models.TextChoices):
    """How something was said."""

    PIDATO = "pidato", "dalam pidato"
    DIBACAKAN = "dibacakan", "dalam sambutan yang dibacakan"
    WAWANCARA = "wawancara", "dalam wawancara"
