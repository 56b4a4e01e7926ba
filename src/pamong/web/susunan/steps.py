"""Adding a step to a plan of a reorganisation, and taking steps out again."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from pamong.apps.organisasi.structure_reading import read_opds
from pamong.apps.organisasi.structure_steps import StepRefusedError
from pamong.apps.penataan.choosing import ChosenDoubtError, NobodyChosenError
from pamong.apps.penataan.naming import AmbiguousNameError, UnknownNameError
from pamong.apps.penataan.policies import can_carry_out_plans
from pamong.apps.penataan.reorganising import (
    NewStep,
    NoNewNameError,
    StillPlannedError,
    add_step,
    remove_step,
)
from pamong.apps.penataan.stages import (
    NotADraftError,
)
from pamong.web.acts import ActPage, attempt, done, sent, show_act
from pamong.web.gate import demand
from pamong.web.http import Request, actor_of
from pamong.web.susunan.forms import StepForm
from pamong.web.susunan.planning import take_up

REFUSALS = (
    AmbiguousNameError,
    ChosenDoubtError,
    NobodyChosenError,
    NoNewNameError,
    NotADraftError,
    StepRefusedError,
    StillPlannedError,
    UnknownNameError,
)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request, government: str, public_id: UUID) -> HttpResponse:
    plan = take_up(request, government, public_id)
    here = request.standpoint
    demand(can_carry_out_plans(request.access, here.government))
    form = StepForm(sent(request))
    address = here.address("susunan:plan", here.government.slug, plan.public_id)
    step = attempt(
        form,
        lambda: add_step(
            plan=plan,
            new=NewStep(**form.step()),
            actor=actor_of(request.user),
            reason=gettext("menyusun rancangan"),
        ),
        *REFUSALS,
    )
    if step is not None:
        return done(request, address, gettext("Langkah %d ditambahkan.") % step.position)
    page = ActPage(
        title=gettext("Tambah langkah"),
        lead=gettext(
            "Tulis nama seperti dalam susunan pada hari itu; bila ada yang senama, tulis dengan "
            "jalurnya, seperti Dinas Pasar / Bidang Tera."
        ),
        button=gettext("Tambah langkah"),
        back=address,
        crumbs=[(plan.title, address)],
        people=[opd.nama for opd in read_opds(here.government, day=plan.day).values()],
    )
    return show_act(request, form, page)


@require_POST
def remove(request: Request, government: str, public_id: UUID, position: int) -> HttpResponse:
    plan = take_up(request, government, public_id)
    here = request.standpoint
    demand(can_carry_out_plans(request.access, here.government))
    address = here.address("susunan:plan", here.government.slug, plan.public_id)
    try:
        remove_step(
            plan=plan,
            position=position,
            actor=actor_of(request.user),
            reason=gettext("menyusun rancangan"),
        )
    except NotADraftError as error:
        return done(request, address, str(error))
    return done(request, address, gettext("Langkah itu dan yang bergantung padanya dihapus."))
