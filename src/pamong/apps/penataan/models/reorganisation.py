"""A reorganisation: several steps of a structure, from one day, by one regulation."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.organisasi.models import Jabatan, JabatanKind, Opd, UnitKerja, UnitKind
from pamong.apps.organisasi.models.states import GOLONGAN
from pamong.apps.penataan.models.plan import Plan, decree_when_done


class StepKinds(models.TextChoices):
    """What one step does: :class:`organisasi.structure_steps.StepKind`, with labels."""

    OPEN_OPD = "open_opd", _("bentuk OPD baru")
    RENAME_OPD = "rename_opd", _("ubah nama OPD")
    END_OPD = "end_opd", _("hapus atau gabungkan OPD")
    OPEN_UNIT = "open_unit", _("bentuk unit baru")
    RENAME_UNIT = "rename_unit", _("ubah nama unit")
    MOVE_UNIT = "move_unit", _("pindahkan unit")
    CLOSE_UNIT = "close_unit", _("hapus atau gabungkan unit")
    OPEN_POST = "open_post", _("bentuk jabatan baru")
    RENAME_POST = "rename_post", _("ubah nama jabatan")
    MOVE_POST = "move_post", _("pindahkan jabatan")
    END_POST = "end_post", _("hapus jabatan")
    CHANGE_POST = "change_post", _("ubah kelas, kebutuhan, eselon, atau golongan jabatan")
    MOVE_PEOPLE = "move_people", _("pindahkan pegawai terpilih")


@tracked()
class Reorganisation(Plan):
    """The structure of one government changed from one day.

    ``from_import`` is the import whose rows its first steps were made of, by its public id.
    """

    from_import = models.UUIDField(_("impor asal"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("penataan organisasi")
        verbose_name_plural = _("penataan organisasi")
        indexes = [models.Index(fields=["pemda", "-day"], name="reorganisation_by_pemda")]
        constraints = [decree_when_done("reorganisation_rests_on_a_decree")]


@tracked()
class ReorganisationStep(models.Model):
    """One step; the place it leads to may be what an earlier step opens (``to_step``)."""

    plan = models.ForeignKey(Reorganisation, on_delete=models.PROTECT, related_name="steps")
    position = models.PositiveSmallIntegerField(_("urutan"))
    kind = models.CharField(_("langkah"), max_length=12, choices=StepKinds.choices)
    opd = models.ForeignKey(Opd, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    unit = models.ForeignKey(
        UnitKerja, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    jabatan = models.ForeignKey(
        Jabatan, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    to_opd = models.ForeignKey(
        Opd, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    to_unit = models.ForeignKey(
        UnitKerja, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    to_step = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    nama = models.CharField(_("nama"), max_length=200, blank=True)
    kode = models.CharField(_("kode di sistem asal"), max_length=64, blank=True, db_default="")
    jenis = models.CharField(_("jenis OPD"), max_length=40, blank=True)
    unit_kind = models.CharField(
        _("jenis unit"), max_length=12, choices=UnitKind.choices, blank=True
    )
    post_kind = models.CharField(
        _("jenis jabatan"), max_length=24, choices=JabatanKind.choices, blank=True
    )
    eselon = models.CharField(_("eselon"), max_length=6, blank=True)
    kelas = models.PositiveSmallIntegerField(_("kelas jabatan"), null=True, blank=True)
    need = models.PositiveIntegerField(_("kebutuhan"), null=True, blank=True)
    lowest_golongan = models.CharField(
        _("golongan terendah"), max_length=6, choices=GOLONGAN, blank=True, db_default=""
    )

    class Meta:
        verbose_name = _("langkah penataan")
        verbose_name_plural = _("langkah penataan")
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "position"],
                name="reorganisation_step_has_its_place",
                violation_error_message=_("Urutan langkah ini sudah dipakai."),
            ),
            models.CheckConstraint(
                name="reorganisation_step_leads_to_one_place",
                condition=Q(to_step=None) | Q(to_opd=None, to_unit=None),
                violation_error_message=_("Satu langkah menuju satu tempat saja."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.get_kind_display()}"


@tracked()
class ReorganisationPerson(models.Model):
    """Somebody who was chosen by name to go where a step leads."""

    plan = models.ForeignKey(Reorganisation, on_delete=models.PROTECT, related_name="chosen")
    step = models.ForeignKey(ReorganisationStep, on_delete=models.PROTECT, related_name="people")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("pegawai terpilih")
        verbose_name_plural = _("pegawai terpilih")
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "pegawai"],
                name="reorganisation_chooses_a_person_once",
                violation_error_message=_(
                    "Ada pegawai yang sudah dipilih pada langkah lain rancangan ini. Hapus dulu"
                    " langkah itu, atau keluarkan namanya."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai}, {self.step}"
