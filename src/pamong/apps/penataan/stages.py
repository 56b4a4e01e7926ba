"""How far a plan is: a draft, carried out, taken back; one act at a time takes it further.

Two clicks are two requests at once, and each read the plan before the other wrote. So an act
locks the plan first, and asks how far it is then.
"""

from datetime import date

from django.utils.translation import gettext as _

from pamong.apps.penataan.models import PlanStatus
from pamong.apps.penataan.models.plan import Plan
from pamong.kernel.day import format_day


class PlanNotFoundError(LookupError):
    """The government has no such plan."""

    def __init__(self) -> None:
        super().__init__(_("Rancangan ini tidak ada. Buka dari daftar rancangan."))


class NotADraftError(Exception):
    """A plan that was carried out or taken back is changed, or carried out again."""

    def __init__(self, status: str) -> None:
        super().__init__(
            _("Rancangan ini sudah %s, jadi tidak dapat diubah atau dijalankan lagi.") % status
        )


class EmptyPlanError(Exception):
    """A plan without a step or a line is carried out."""

    def __init__(self) -> None:
        super().__init__(_("Rancangan ini masih kosong. Tambahkan isinya dulu."))


class DayHasComeError(Exception):
    """What has taken effect is taken back."""

    def __init__(self, day: date) -> None:
        super().__init__(
            _(
                "Ini sudah berlaku sejak %s, jadi tidak dibatalkan lagi. Catat keputusan baru "
                "yang mengubahnya."
            )
            % format_day(day)
        )


def hold_draft(plan: Plan) -> None:
    """Let no other act change a draft until this one ends.

    Raises:
        NotADraftError: the plan was carried out or taken back, perhaps a moment ago.
    """
    _hold(plan)
    if not plan.is_draft:
        raise NotADraftError(plan.get_status_display())


def hold_carried_out(plan: Plan, *, today: date, is_late_too: bool = False) -> None:
    """Let no other act take a plan back, which may be taken back as of ``today``.

    ``is_late_too`` says that it may be after its day as well.

    Raises:
        NotADraftError: it was not carried out.
        DayHasComeError: it has taken effect.
    """
    _hold(plan)
    if plan.status != PlanStatus.CARRIED_OUT:
        raise NotADraftError(plan.get_status_display())
    if plan.day <= today and not is_late_too:
        raise DayHasComeError(plan.day)


def _hold(plan: Plan) -> None:
    locked = type(plan)._default_manager.select_for_update()  # noqa: SLF001  Django's documented Options
    plan.refresh_from_db(fields=["status", "journal"], from_queryset=locked)
