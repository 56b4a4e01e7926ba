"""The API does what its description says: schemathesis sends what it allows and what it does not.

Each operation is asked with a token of each of three roles; with that of the role that may do most
also at the edges of every schema and beyond: wrong and missing values, methods that are not there.
What is drawn at random is the same in every run.
"""

from dataclasses import dataclass
from datetime import date

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, Verbosity, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import (
    allow_header_conformance,
    content_type_conformance,
    ignored_auth,
    missing_required_header,
    negative_data_rejection,
    not_a_server_error,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)
from schemathesis.config import SchemathesisConfig
from schemathesis.core.failures import FailureGroup
from schemathesis.core.parameters import ParameterLocation
from tests.api.conftest import ACTOR, TODAY, token_for
from tests.support import duties, registry, units

from pamong.api.document import document
from pamong.apps.accounts.models import ApiToken, Role
from pamong.apps.core.files import NewFile
from pamong.apps.impor.services import begin_import
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.recording import record_entry
from pamong.apps.kepegawaian.sections import SECTIONS, section

CHECKS = [
    allow_header_conformance,
    content_type_conformance,
    missing_required_header,
    negative_data_rejection,
    not_a_server_error,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
]
AT_RANDOM = 6
MOST = 32_000
CONFIG = {
    "seed": 1,
    "generation": {"database": "none", "deterministic": True},
    "checks": {"missing_required_header": {"expected-statuses": [422, 428]}},
}
SEES = {
    Role.BKD: list(FieldClass),
    Role.KEPALA_OPD: [FieldClass.OPEN, FieldClass.IDENTITY],
    Role.INTEGRATOR: [FieldClass.OPEN],
}


@dataclass(frozen=True)
class Known:
    """What stands for each parameter of a path, so that a request gets past the door."""

    values: dict[str, object]

    def fill(self, case) -> None:
        for name in case.path_parameters or {}:
            if name in self.values:
                case.path_parameters[name] = self.values[name]


@pytest.fixture
def known(contoh, ani, bupati, siti, berita, pasar) -> Known:
    registry.hold(siti, bupati, since=date(2021, 3, 1), by=berita, stated_on=date(2020, 9, 23))
    units.unit(pasar, "Bidang Rekaan")
    rank = record_entry(
        section=section("pangkat"),
        pegawai=ani,
        values={"golongan": "III/a", "starts_on": date(2020, 4, 1), "source": "SK rekaan"},
        actor=ACTOR,
        reason="uji",
    )
    duty = duties.duty(contoh, unit=pasar)
    batch = begin_import(
        pemda=contoh,
        files=[NewFile("a.csv", b"nip;nama\n")],
        day=TODAY,
        actor=ACTOR,
        reason="uji",
    )
    return Known(
        {
            "government": contoh.slug,
            "pegawai": str(ani.public_id),
            "section": "pangkat",
            "entry": rank.pk,
            "office": str(bupati.public_id),
            "duty": str(duty.public_id),
            "directive": str(duty.source_id),
            "finding": str(duties.finding(contoh, "pegawai", ani.pk).public_id),
            "batch": str(batch.public_id),
            "rule": "pilkada-kalender",
        }
    )


@pytest.fixture(autouse=True)
def one_connection():
    """Let requests stay within the transaction of the test, as Django's own client does."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def described():
    config = SchemathesisConfig.from_dict(CONFIG)
    schema = schemathesis.openapi.from_dict(document(), config=config)
    schema.app = get_wsgi_application()
    return schema


@pytest.mark.parametrize("role", SEES)
def test_every_operation_is_as_it_is_described(contoh, pasar, known, described, role):
    over = {"opd": pasar} if role is Role.KEPALA_OPD else {}
    secret = token_for(contoh, role, classes=SEES[role], **over).secret
    ApiToken.objects.update(per_minute=MOST)
    wrong = []
    for found in described.get_all_operations():
        operation = found.ok()
        for case in some(operation):
            wrong += asked(case, known, secret, [*CHECKS, ignored_auth])
        if role is Role.BKD:  # who may do most gets furthest
            for case in edges(described, operation):
                wrong += asked(case, known, secret, CHECKS)

    assert not wrong, "\n\n".join(wrong[:8])


def edges(described, operation):
    """Return the cases at the edges of what an operation takes, and just beyond."""
    config = described.config.generation_for(operation=operation)
    return described.iter_coverage_cases(
        operation, generation_modes=list(GenerationMode), generation_config=config
    )


def some(operation):
    """Return a few cases at random, the same ones every time."""
    drawn = []

    @settings(
        max_examples=AT_RANDOM,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        verbosity=Verbosity.quiet,
    )
    @given(case=operation.as_strategy(generation_mode=GenerationMode.POSITIVE))
    def draw(case):
        drawn.append(case)

    draw()
    return drawn


def asked(case, known, secret, checks):
    """Send a case; return what is wrong with the answer."""
    meta = case.meta
    part = meta.components.get(ParameterLocation.PATH) if meta else None
    if part is None or part.mode is GenerationMode.POSITIVE:
        known.fill(case)
    headers = {"Authorization": f"Bearer {secret}"}
    try:
        case.call_and_validate(headers=headers, checks=checks)
    except FailureGroup as group:
        return [f"{case.operation.label}: {each}" for each in group.exceptions]
    return []


JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=30),
    st.sampled_from(
        ["2024-02-29", "2024-02-30", "9999-12-31", "\ud800", "a\u0000", "x" * 2001, "IV/e"]
    ),
)


@settings(
    max_examples=120,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
@given(
    about=st.sampled_from(SECTIONS),
    draw=st.data(),
)
def test_whatever_stands_in_a_column_is_taken_or_refused_with_its_place(api, ani, about, draw):
    values = draw.draw(st.dictionaries(st.sampled_from(about.columns), JUNK, min_size=1))
    path = f"/governments/{ani.pemda.slug}/pegawai/{ani.public_id}/sections/{about.key}/entries"

    told = api.post(path, {"values": values, "reason": "uji"})

    assert told.status_code in {201, 409, 422}
    if told.status_code == 422:
        assert told.json()["errors"]
