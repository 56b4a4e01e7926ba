"""What a clerk records of an office by hand: a tenure or a leave by decree, the end of a tenure."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from pamong.apps.core.refusals import RefusedError
from pamong.apps.forums.selectors import heard_in
from pamong.apps.organisasi.by_decree import (
    DecreeDaysError,
    NotInOfficeError,
    OnlyFromSamplesError,
    Recorded,
    end_tenure_by_hand,
    record_leave_by_decree,
    record_tenure_by_decree,
)
from pamong.apps.organisasi.clashes import LeaveOverlapsError, TenureClashError
from pamong.apps.organisasi.dossier import tenures
from pamong.apps.organisasi.people import NamesakesError
from pamong.apps.organisasi.policies import can_record_by_hand
from pamong.kernel.day import format_period
from pamong.web.http import Request, actor_of
from pamong.web.pejabat.desk import Desk, desk
from pamong.web.pejabat.forms import DecreeForm, EndForm, LeaveForm, TenureForm, label, typed

REFUSALS = (
    DecreeDaysError,
    LeaveOverlapsError,
    NamesakesError,
    NotInOfficeError,
    RefusedError,
    TenureClashError,
)
Refusal = (
    DecreeDaysError
    | LeaveOverlapsError
    | NamesakesError
    | NotInOfficeError
    | RefusedError
    | TenureClashError
)
