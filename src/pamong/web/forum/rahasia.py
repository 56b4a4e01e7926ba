"""Leaving words without a name. Nothing of the request may outlive its answer.

No act, no message, no session, no log: a refused form is answered with 200, since the server logs
what is answered with 400 and above by its path. docs/explanation/confidential.md says the rest.
"""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from pamong.apps.forums.calling_off import ForumCalledOffError
from pamong.apps.forums.confidential import (
    FEW,
    BetrayingWordsError,
    Crowd,
    crowd_of,
    keep_confidential,
)
from pamong.apps.forums.policies import can_leave_confidential
from pamong.web.forum.desk import act_on, take_up_known
from pamong.web.forum.forms import WordsForm
from pamong.web.gate import demand
from pamong.web.http import Request

if TYPE_CHECKING:
    from pamong.apps.forums.models import Forum


@never_cache
@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: Request, public_id: UUID) -> HttpResponse:
    """Show the form, or keep what was written and say so at once."""
    forum = take_up_known(request, public_id)
    demand(can_leave_confidential(request.access, forum.pemda))
    crowd = crowd_of(forum)
    form = WordsForm(request.POST if request.method == "POST" else None)
    is_kept = form.is_bound and form.is_valid() and _keep(forum, form, crowd)
    context = {
        "forum": forum,
        "form": form,
        "crowd": crowd,
        "few": FEW,
        "is_kept": is_kept,
        "page": act_on(request, forum, "", "", ""),
    }
    return render(request, "forum/confidential.html", context)


@sensitive_variables()
def _keep(forum: "Forum", form: WordsForm, crowd: Crowd) -> bool:
    if crowd.is_small and not form.cleaned_data["sure"]:
        form.add_error("sure", _("Centang dulu kalau tetap ingin menyimpannya."))
        return False
    try:
        keep_confidential(forum=forum, words=form.cleaned_data["words"])
    except BetrayingWordsError as error:
        for problem in error.problems:
            form.add_error("words", problem)
        return False
    except ForumCalledOffError as error:
        form.add_error(None, str(error))
        return False
    return True
