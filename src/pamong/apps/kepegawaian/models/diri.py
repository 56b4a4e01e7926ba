"""Who a pegawai is: personal details from day to day, contacts, family."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.core.models.dated import ends_after_start
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.models.entry import (
    DatedEntry,
    Entry,
    of_a_dated_entry,
    of_an_entry,
    one_at_a_time,
    recorded_once,
)


class Sex(models.TextChoices):
    """As SIASN writes it."""

    MALE = "M", _("laki-laki")
    FEMALE = "F", _("perempuan")


class Religion(models.TextChoices):
    """As the administration of residents knows them; SIASN's agama 1 to 7."""

    ISLAM = "islam", _("Islam")
    KRISTEN = "kristen", _("Kristen")
    KATOLIK = "katolik", _("Katolik")
    HINDU = "hindu", _("Hindu")
    BUDDHA = "buddha", _("Buddha")
    KHONGHUCU = "khonghucu", _("Khonghucu")
    LAIN = "lain", _("kepercayaan lain")


class MaritalState(models.TextChoices):
    """SIASN's jenisKawin 1 to 4."""

    KAWIN = "kawin", _("kawin")
    CERAI = "cerai", _("cerai hidup")
    JANDA_DUDA = "janda_duda", _("janda atau duda")
    BELUM = "belum", _("belum kawin")


@tracked()
class PersonalDetails(DatedEntry):
    """What is so of a person at one time; whatever changes begins another row."""

    FIELD_CLASSES = {
        "birth_place": FieldClass.IDENTITY,
        "religion": FieldClass.IDENTITY,
        "marital": FieldClass.FAMILY,
        "lainnya": FieldClass.IDENTITY,
    }

    birth_place = models.CharField(_("tempat lahir"), max_length=120, blank=True, db_default="")
    sex = models.CharField(
        _("jenis kelamin"), max_length=1, choices=Sex.choices, blank=True, db_default=""
    )
    religion = models.CharField(
        _("agama"), max_length=12, choices=Religion.choices, blank=True, db_default=""
    )
    marital = models.CharField(
        _("status perkawinan"),
        max_length=12,
        choices=MaritalState.choices,
        blank=True,
        db_default="",
    )

    class Meta:
        verbose_name = _("data pribadi")
        verbose_name_plural = _("data pribadi")
        constraints = [
            *of_a_dated_entry("personal_details"),
            one_at_a_time("personal_details"),
        ]


class ContactKind(models.TextChoices):
    """How somebody is reached."""

    ALAMAT = "alamat", _("alamat")
    PONSEL = "ponsel", _("nomor ponsel")
    TELEPON = "telepon", _("nomor telepon")
    SUREL = "surel", _("surel pribadi")
    SUREL_DINAS = "surel_dinas", _("surel dinas")


@tracked()
class Contact(DatedEntry):
    """One address, telephone number or e-mail address, for the days on which it holds."""

    FIELD_CLASSES = {
        "value": FieldClass.CONTACT,
        "postal_code": FieldClass.CONTACT,
        "lainnya": FieldClass.CONTACT,
    }

    kind = models.CharField(_("jenis"), max_length=12, choices=ContactKind.choices)
    value = models.CharField(_("isi"), max_length=300)
    postal_code = models.CharField(_("kode pos"), max_length=5, blank=True, db_default="")

    class Meta:
        verbose_name = _("kontak")
        verbose_name_plural = _("kontak")
        constraints = [
            *of_a_dated_entry("contact"),
            recorded_once("contact", "kind", "value", "starts_on"),
            models.CheckConstraint(
                name="contact_tells_something",
                condition=~Q(value=""),
                violation_error_message=_("Kontak ini kosong. Tulis alamat atau nomornya."),
            ),
        ]


class Relation(models.TextChoices):
    """What somebody is to the pegawai."""

    PASANGAN = "pasangan", _("suami atau istri")
    ANAK = "anak", _("anak")
    AYAH = "ayah", _("ayah")
    IBU = "ibu", _("ibu")


class ChildKind(models.TextChoices):
    """What sort of child it is."""

    KANDUNG = "kandung", _("anak kandung")
    TIRI = "tiri", _("anak tiri")
    ANGKAT = "angkat", _("anak angkat")


@tracked()
class FamilyMember(Entry):
    """One member of the family: since the marriage or the birth, where that day is known."""

    FIELD_CLASSES = dict.fromkeys(
        (
            *("relation", "nama", "starts_on", "ends_before", "born_on", "birth_place", "sex"),
            *("number", "child_kind", "occupation", "has_allowance", "paper_number", "paper_on"),
            *("document", "lainnya"),
        ),
        FieldClass.FAMILY,
    )

    relation = models.CharField(_("hubungan"), max_length=8, choices=Relation.choices)
    nama = models.CharField(max_length=200)
    starts_on = models.DateField(_("sejak (nikah atau lahir)"), null=True, blank=True)
    ends_before = models.DateField(_("berakhir sebelum"), null=True, blank=True)
    born_on = models.DateField(_("tanggal lahir"), null=True, blank=True)
    birth_place = models.CharField(_("tempat lahir"), max_length=120, blank=True, db_default="")
    sex = models.CharField(
        _("jenis kelamin"), max_length=1, choices=Sex.choices, blank=True, db_default=""
    )
    number = models.CharField(
        _("NIK atau nomor identitas"), max_length=40, blank=True, db_default=""
    )
    child_kind = models.CharField(
        _("status anak"), max_length=8, choices=ChildKind.choices, blank=True, db_default=""
    )
    occupation = models.CharField(_("pekerjaan"), max_length=120, blank=True, db_default="")
    has_allowance = models.BooleanField(_("masuk tunjangan keluarga"), null=True, blank=True)

    class Meta:
        verbose_name = _("anggota keluarga")
        verbose_name_plural = _("anggota keluarga")
        constraints = [
            ends_after_start("family_member_ends_after_start"),
            *of_an_entry("family_member"),
            recorded_once("family_member", "relation", "nama", "born_on"),
            models.CheckConstraint(
                name="family_member_has_a_name",
                condition=~Q(nama=""),
                violation_error_message=_("Nama anggota keluarga kosong. Tulis namanya."),
            ),
            models.CheckConstraint(
                name="family_member_child_kind",
                condition=Q(child_kind="") | Q(relation=Relation.ANAK),
                violation_error_message=_(
                    "Status anak hanya untuk anak. Kosongkan, atau perbaiki hubungannya."
                ),
            ),
        ]
