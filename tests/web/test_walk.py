"""Every address, as every role: what is another government's is not there, by GET or by POST.

The addresses are those of the site itself, so that a new one is walked without anybody thinking of
it; one of which there is no object in the test world, or that asks no policy, fails here.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve
from tests.support import registry
from tests.web.conftest import LETTER, World
from tests.web.test_roles import signed_in

from pamong.apps.accounts.models import OF_ALL_GOVERNMENTS, CalendarAddress, Role, User
from pamong.apps.core.files import keep_file
from pamong.apps.duties.models import DutyEvidence
from pamong.apps.forums.models import DirectiveAnswer
from pamong.apps.impor.export_models import ExportStep, RegistryExport

PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")
LAW = {
    "aturan:list", "aturan:about", "aturan:show", "aturan:case", "simulasi:choose",
    "periksa:choose", "periksa:case",
}  # fmt: skip
SIGNING_IN = {
    "account_login", "account_reauthenticate", "mfa_activate_totp", "mfa_authenticate",
    "mfa_generate_recovery_codes", "mfa_index", "mfa_reauthenticate", "saya:page",
    "saya:password", "saya:sessions",
}  # fmt: skip
"""How one signs in oneself: open to whoever has an account, with a role or without."""
GATE = {"masuk", "keluar", "bahasa", "cetak", "robots", *SIGNING_IN}
OF_NOBODY = {*GATE, *LAW, "beranda:page"}
"""Addresses that hold nothing of a government's: the gate, the frame, and the law itself."""
OWN_DESK = {"dokumen:list", "dokumen:receive", "dokumen:measures"}
"""Addresses without an object in them: one's own desk, in one's own government."""
ONESELF = {
    "hak:page",
    "kalender:own",
    "kalender:revoke",
    "perbaikan:own",
    "perbaikan:ask",
    "delegasi:own",
    "delegasi:give",
    "dilihat:own",
    "token:own-list",
    "token:own-new",
}
"""Addresses about the reader: told of himself alone, whoever he is."""
NOT_OF_ANOTHER = OF_NOBODY | OWN_DESK | ONESELF
STRANGERS = [role for role in Role if role not in OF_ALL_GOVERNMENTS]


def routes(resolver: URLResolver, prefix: str = "", space: str = "") -> Iterator[tuple[str, str]]:
    """Give every address of the site: its name with its namespace, and its route."""
    for entry in resolver.url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield f"{space}{entry.name}", route
        else:
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from routes(entry, route, inner)


BY_SECRET = ("api/", "kalender/")
"""What a program or a calendar reads by its secret: tests/api and test_kalender.py walk it."""
ROUTES = sorted(each for each in set(routes(get_resolver())) if not each[1].startswith(BY_SECRET))


def objects_in(world: World) -> dict[str, str]:
    """Return what stands for each parameter, by the route up to it and with it."""
    known = {}
    for page in world.pages().values():
        match = resolve(page.partition("?")[0])
        for found in PARAMETER.finditer(match.route):
            known[match.route[: found.end()]] = str(match.kwargs[found[1]])
    return known


def address_of(route: str, known: dict[str, str], elsewhere: dict[str, str]) -> str | None:
    """Return the address of a route with objects of the world; none where there is no object."""
    address = route
    for found in PARAMETER.finditer(route):
        value = known.get(route[: found.end()]) or elsewhere.get(route)
        if value is None:
            return None
        address = address.replace(found[0], value, 1)
    return f"/{address}"


def elsewhere(world: World) -> dict[str, str]:
    """Return objects of addresses that no page of the world has, by their route."""
    paper = keep_file(
        file=LETTER,
        owner=world.pemda.instansi,
        day=registry.RECEIVED,
        actor=registry.WARNI,
        reason=registry.REASON,
    )
    DutyEvidence.objects.create(step=world.duty.steps.get(number=1), file=paper)
    calendar = CalendarAddress.objects.create(
        user=world.account,
        pemda=world.pemda,
        name="telepon rekaan",
        digest="0" * 64,
        made_on=registry.RECEIVED,
    )
    answer = DirectiveAnswer.objects.get(directive=world.upward)
    export = RegistryExport.objects.create(
        pemda=world.pemda,
        step=ExportStep.READY,
        day=registry.RECEIVED,
        form="csv",
        about="semua pegawai",
        actor=registry.WARNI.label,
        reason=registry.REASON,
        asked_at=datetime(2026, 10, 1, tzinfo=UTC),
    )
    return {
        "cetak/<slug:paper>.css": "a4",
        "periksa/<slug:rule_id>/": "pilkada-kalender",
        "arahan/jawaban/<uuid:public_id>/berkas/": str(answer.public_id),
        "<slug:government>/ekspor/<uuid:public_id>/unduh/": str(export.public_id),
        "saya/kalender/<uuid:public_id>/cabut/": str(calendar.public_id),
        "saya/perbaikan/<uuid:public_id>/tarik/": str(world.request.public_id),
        "saya/token/<uuid:public_id>/cabut/": str(world.token.public_id),
        "tindak-lanjut/bukti/<uuid:public_id>/": str(paper.public_id),
        "<slug:government>/pegawai/<uuid:public_id>/dokumen/<uuid:document>/": str(
            paper.public_id
        ),
        "<slug:government>/susunan/penataan/<uuid:public_id>/langkah/<int:position>/hapus/": "1",
    }


def addresses(world: World) -> dict[str, str]:
    """Return the address of every route of the site, each with an object of ``world``."""
    known, other = objects_in(world), elsewhere(world)
    found = {f"{name} {route}": address_of(route, known, other) for name, route in ROUTES}
    missing = sorted(name for name, address in found.items() if address is None)
    assert not missing, f"give the test world an object for each of these: {missing}"
    return {name: address for name, address in found.items() if address is not None}


def secrets(world: World) -> list[bytes]:
    """Return words of a government that no other may read."""
    return [
        word.encode()
        for word in (
            world.pemda.nama,
            world.pemda.slug,
            "Siti Rekayasari",
            "Wati Umpamawati",
            "Anni Benar",
            "Gaji Rekaan",
            "Keikutsertaan yang belum tercatat",
            "Rakor Rencana",
        )
    ]


@pytest.mark.parametrize("role", STRANGERS)
def test_nothing_of_another_government_is_there_for_any_role(world, misal, role):
    stranger = signed_in(role, misal)
    told = secrets(world)

    for name, address in addresses(world).items():
        if name.startswith("keluar "):
            continue  # it would end the walk
        for method in ("get", "post"):
            answer = getattr(stranger, method)(address)
            # A slug that stands in the address is no news to whoever typed it.
            new = [word for word in told if word not in address.encode()]
            assert not [word for word in new if word in answer.content], (method, address)
            if name.partition(" ")[0] not in NOT_OF_ANOTHER:
                assert answer.status_code in {403, 404, 405} or is_sent_to_nothing(
                    stranger, answer
                ), (method, address, answer.status_code)


def is_sent_to_nothing(client: Client, answer) -> bool:
    """Tell whether an address that takes only what is sent leads to a page that is not there."""
    if answer.status_code != 302:
        return False
    return client.get(answer["Location"]).status_code in {403, 404}


def test_every_address_asks_a_policy(world):
    """Whoever has no role at all reaches nothing but the gate, the law, and himself."""
    client = Client()
    client.force_login(User.objects.create(username="baru", nama="Baru (rekaan)"))

    for name, address in addresses(world).items():
        if name.partition(" ")[0] in GATE:
            continue
        for method in ("get", "post"):
            answer = getattr(client, method)(address)
            assert answer.status_code in {403, 404, 405} or is_sent_to_nothing(client, answer), (
                method,
                address,
                answer.status_code,
            )


def test_what_is_excepted_is_still_an_address():
    names = {name for name, _route in ROUTES}

    assert names >= NOT_OF_ANOTHER
