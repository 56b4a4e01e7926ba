"""What rests on a forum in this app: duties that its directives became, what it evaluated."""

from django.utils.translation import gettext as _

from pamong.apps.duties.life import StepKind
from pamong.apps.duties.models import Duty, DutyStep, SourceKind
from pamong.apps.forums.models import Forum
from pamong.apps.forums.told import Following
from pamong.kernel.day import format_day


def what_rests_on(forum: Forum) -> list[Following]:
    """Return what was done with duties because of a forum, the earliest first.

    The making is the first step of every duty, so no later one needs to be told beside it.
    """
    asked = list(forum.directives.values_list("public_id", flat=True))
    made = Duty.objects.filter(source_kind=SourceKind.DIRECTIVE, source_id__in=asked)
    noted = DutyStep.objects.filter(forum_id=forum.public_id, kind=StepKind.EVALUATED)
    told = [
        Following(
            row.made_on,
            _('tindak lanjut "%(gist)s" dibuat pada %(day)s')
            % {"gist": row.gist, "day": format_day(row.made_on)},
        )
        for row in made
    ] + [
        Following(
            step.day,
            _('tindak lanjut "%(gist)s" dievaluasi di sini pada %(day)s')
            % {"gist": step.duty.gist, "day": format_day(step.day)},
        )
        for step in noted.select_related("duty")
    ]
    return sorted(told, key=lambda each: each.day)
