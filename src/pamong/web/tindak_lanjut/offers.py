"""The steps that a user may take on a duty now, each with its form."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pamong.apps.duties.life import RULES, Standing, StepKind
from pamong.apps.duties.policies import can_take_step
from pamong.apps.duties.selectors import forums_that_evaluate
from pamong.apps.duties.stepping import worked_on
from pamong.web.http import Request, actor_of
from pamong.web.tindak_lanjut.forms import FORMS, EvaluateForm

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile
    from django.http import QueryDict
    from django.utils.datastructures import MultiValueDict
    from django_stubs_ext import StrOrPromise

    from pamong.apps.duties.models import Duty

WORDS: dict[StepKind, tuple["StrOrPromise", "StrOrPromise"]] = {
    StepKind.ACCEPTED: (_("Terima"), _("OPD ini menyanggupi dan mulai mengerjakan.")),
    StepKind.REPORTED: (
        _("Laporkan"),
        _("Sesudah dilaporkan, pemberi memeriksa. Isi uraian, berkas, atau alamat bukti."),
    ),
    StepKind.DELEGATED: (
        _("Delegasikan"),
        _("Yang ditunjuk harus bertindak; tanggung jawab tetap pada OPD."),
    ),
    StepKind.PROLONG_ASKED: (
        _("Minta perpanjangan"),
        _("Tenggat sekarang tetap berlaku sampai pemberi memutuskan."),
    ),
    StepKind.CANNOT_SAID: (
        _("Nyatakan tidak dapat dikerjakan"),
        _("Pemberi menerima alasan itu, atau tetap meminta."),
    ),
    StepKind.DECLINED: (
        _("Jawab tidak"),
        _("Rekomendasi boleh dijawab tidak, dengan alasan. Sesudah itu ia berakhir."),
    ),
    StepKind.CLOSED: (
        _("Periksa dan tutup"),
        _("Anda memeriksa laporan sebagai orang kedua; sesudah ditutup ia selesai."),
    ),
    StepKind.RETURNED: (
        _("Kembalikan"),
        _("Laporan belum cukup; sebutkan apa yang kurang."),
    ),
    StepKind.PROLONG_GRANTED: (_("Beri perpanjangan"), _("Tenggat yang diminta mulai berlaku.")),
    StepKind.PROLONG_REFUSED: (_("Tolak perpanjangan"), _("Tenggat sekarang tetap berlaku.")),
    StepKind.CANNOT_ACCEPTED: (
        _("Terima alasannya"),
        _("Tindak lanjut berakhir tanpa dikerjakan."),
    ),
    StepKind.CANNOT_REFUSED: (_("Tetap minta dikerjakan"), _("Ia kembali kepada penerima.")),
    StepKind.EVALUATED: (
        _("Catat evaluasi"),
        _("Catatan sebuah forum tentang tindak lanjut ini; keadaannya tidak berubah."),
    ),
}
"""Button and hint of each step, in the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One step with its form; ``is_open`` where the form shows at once."""

    kind: str
    button: "StrOrPromise"
    hint: "StrOrPromise"
    form: forms.Form
    is_open: bool
    is_main: bool


def offers(
    request: Request,
    duty: "Duty",
    standing: Standing,
    refused: tuple[StepKind, forms.Form] | None = None,
) -> list[Offer]:
    """Return exactly the steps that the user may take now, the most likely one first.

    ``refused`` is a form that comes back with what is wrong in it.
    """
    kinds = [kind for kind in WORDS if can_take_step(request.access, duty, standing, kind)]
    if _is_own_work(request, duty, kinds):
        kinds = [kind for kind in kinds if not RULES[kind].needs_second_person]
    return [
        _offer(request, duty, kind, refused, is_main=place == 0)
        for place, kind in enumerate(kinds)
    ]


def why_not_checked(request: Request, duty: "Duty", standing: Standing) -> str:
    """Say why somebody who acts for the giver may not check this duty himself, if he may not."""
    kinds = [kind for kind in WORDS if can_take_step(request.access, duty, standing, kind)]
    if not _is_own_work(request, duty, kinds):
        return ""
    return gettext(
        "Anda ikut mengerjakan tindak lanjut ini, jadi pemeriksaannya oleh orang lain dari "
        "pihak pemberi."
    )


def filled(
    kind: StepKind,
    data: "QueryDict",
    files: "MultiValueDict[str, UploadedFile[Any]]",
    *,
    duty: "Duty",
    day: date,
) -> forms.Form:
    """Return the form of a step as it was sent."""
    form = FORMS[kind](data, files, auto_id=f"id_{kind}_%s")
    if isinstance(form, EvaluateForm):
        form.offer(forums_that_evaluate(duty.pemda, day=day))
    return form


def _offer(
    request: Request,
    duty: "Duty",
    kind: StepKind,
    refused: tuple[StepKind, forms.Form] | None,
    *,
    is_main: bool,
) -> Offer:
    button, hint = WORDS[kind]
    came_back = refused is not None and refused[0] is kind
    form = refused[1] if refused and came_back else FORMS[kind](auto_id=f"id_{kind}_%s")
    if isinstance(form, EvaluateForm) and not came_back:
        form.offer(forums_that_evaluate(duty.pemda, day=request.standpoint.day))
    is_open = came_back or (is_main and refused is None and kind is not StepKind.EVALUATED)
    return Offer(kind.value, button, hint, form, is_open, is_main)


def _is_own_work(request: Request, duty: "Duty", kinds: list[StepKind]) -> bool:
    wants_another = any(RULES[kind].needs_second_person for kind in kinds)
    return wants_another and worked_on(duty, actor_of(request.user))
