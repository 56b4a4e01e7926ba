"""What holds for every page: who may see it, what it does, how much it asks of the database."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qs, urldefrag, urljoin, urlsplit

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver, resolve
from tests.support import units
from tests.support.page import Page
from tests.support.standing import StandingRecords, remove
from tests.web.conftest import World, a_world, an_operator, only_reads

from pamong.apps.accounts.models import Role, RoleGrant, User
from pamong.apps.core import remembered
from pamong.apps.core.models import Document

OPEN = {"masuk", "robots", "bahasa"}
DAYS = (
    date(2019, 1, 15),
    date(2021, 3, 1),
    date(2024, 3, 4),
    date(2024, 10, 1),
    date(2026, 11, 23),
)
BEGINS = {
    "Siti Rekayasari": date(2021, 3, 1),
    "Tono Andaikata": date(2024, 3, 4),
    "Budi Contohadi": date(2024, 9, 25),
    "datang tepat waktu": date(2024, 9, 9),
    "Keikutsertaan yang belum tercatat": date(2024, 5, 6),
    "Apel Siang": date(2024, 9, 9),
    "Mobil dinas uji": date(2021, 3, 4),
    "030/serah": date(2021, 3, 5),
    "030/kembali": date(2024, 9, 24),
    "akan memakai rumah dinas uji": date(2021, 3, 2),
    "Ketua Badan Uji": date(2022, 1, 3),
    "daftar aset rekaan": date(2021, 4, 1),
    "elaporkan kegiatan yang belum berjalan": date(2024, 9, 16),
    "Apel Senin": date(2024, 9, 9),
    "Formasi rekaan": date(2024, 9, 9),
    "Tabel program rekaan": date(2024, 9, 16),
    "Posyandu": date(2024, 9, 16),
    "Surat jawaban rekaan": date(2024, 9, 27),
    "Rakor Rencana": date(2024, 9, 30),
    "Lastri Umpama": date(2020, 1, 1),
    "823/17": date(2021, 3, 1),
    "Pengelola Umpama": date(2024, 3, 4),
    "Jabatan Keliru": date(2024, 3, 4),
}
AT_THE_GATE = {"account_login", "account_inactive", "masuk-sso", "masuk-sso-kembali"}
"""Ways in; the regional SSO is not there until the settings name one."""
WORK = {
    "dokumen menunggu", "tinjau", "usulan", "kukuhkan", "dokumen", "dokumen dikukuhkan",
    "permintaan perbaikan", "satu permintaan", "betulkan", "betulkan catatan", "betulkan diri",
    "tindak lanjut arahan", "tindak lanjut temuan",
}  # fmt: skip
"""Pages of one document, or of work that waits: they show a paper, not the state of a day."""
BANNER = "Data peraga. Nama pejabat dan peristiwa diringkas dari pemberitaan;"


def a_world_and_who_looks() -> World:
    """Put an operator on record who is admin of the BKD too, and is in its records himself.

    He stands with the world: what was opened in one test leads to him in the next.
    """
    world = a_world()
    RoleGrant.objects.create(
        user=an_operator(),
        role=Role.BKD_ADMIN,
        pemda=world.pemda,
        person=units.employ(units.opd(world.pemda, "Dinas Sendiri"), "Uji Sendiri").person,
        starts_on=date(2019, 1, 1),
    )
    return world


@pytest.fixture(scope="module")
def standing_records(django_db_setup) -> Iterator[StandingRecords[World]]:
    yield StandingRecords(a_world_and_who_looks)
    remove()


@pytest.fixture
def operator(world) -> User:
    return User.objects.get(username="warni")


def patterns(resolver: URLResolver, prefix: str = ""):
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            yield entry.name, prefix + str(entry.pattern)
        else:
            yield from patterns(entry, prefix + str(entry.pattern))


OF_PAGES = sorted(
    (name, route)
    for name, route in patterns(get_resolver())
    if not route.startswith(("api/", "kalender/"))  # by a secret: tests/api, test_kalender.py
)


@pytest.mark.parametrize(("name", "route"), OF_PAGES)
def test_every_address_sends_a_stranger_to_the_gate(db, name, route):
    address = "/" + route.replace("<uuid:public_id>", "0" * 8 + "-0000-4000-8000-" + "0" * 12)
    address = address.replace("<slug:government>", "provinsi-contoh").replace("<slug:paper>", "a4")
    address = address.replace("<uuid:document>", "0" * 8 + "-0000-4000-8000-" + "0" * 12)
    address = address.replace("<slug:section>", "pangkat")
    address = address.replace("<slug:rule_id>", "pilkada-kalender").replace("<int:number>", "1")
    address = address.replace("<int:position>", "1").replace("<int:opd_id>", "1")
    address = address.replace("<slug:daftar>", "duk").replace("<slug:bagan>", "usia")
    answers = [getattr(Client(), method)(address) for method in ("get", "post")]

    for answer in answers:
        if name in AT_THE_GATE:
            assert answer.status_code in {200, 403, 404, 405}
        elif name in OPEN:
            assert answer.status_code in {200, 302, 405}
            assert not answer.get("Location", "").startswith("/masuk/")
        else:
            assert answer.status_code in {302, 405}
            assert answer.status_code == 405 or answer["Location"].startswith("/masuk/")


@dataclass(frozen=True)
class Visit:
    """What came of opening one page: its answer, and what it asked of the database."""

    answer: HttpResponse
    asked: list[str]

    @property
    def told(self) -> str:
        return self.answer.content.decode()


@pytest.fixture(scope="module")
def opened() -> dict[tuple[int, date | None], dict[str, Visit]]:
    """Return what was opened already: pages do not change, so that each is opened once a day."""
    return {}


@pytest.fixture
def visits(opened, client, world):
    """Every page as it comes, or for the day that is asked."""

    def on(day: date | None = None) -> dict[str, Visit]:
        key = world.pemda.pk, day  # a world that had to be made again has other addresses
        if key not in opened:
            query = {"per": day.isoformat()} if day else {}
            opened[key] = {
                name: visit(client, address, query) for name, address in world.pages().items()
            }
        return opened[key]

    return on


def visit(client: Client, address: str, query: dict[str, str]) -> Visit:
    # What an earlier page has counted would make this one look cheaper.
    remembered._memory.answers.clear()
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address, query)
    return Visit(answer, [each["sql"] for each in queries.captured_queries])


def test_a_page_that_is_opened_changes_nothing(visits):
    for name, page in visits().items():
        assert page.answer.status_code == 200, name
        for sql in page.asked:
            assert only_reads(sql), f"{name} is opened and writes: {sql}"


@pytest.mark.parametrize(
    ("sql", "reads"),
    [
        ("SELECT 1", True),
        ("(SELECT 1) UNION (SELECT 2)", True),
        ('INSERT INTO "accounts_look" VALUES (1)', True),
        ('INSERT INTO "core_person" VALUES (1)', False),
        ('2 times: INSERT INTO "accounts_look" VALUES (%s)', False),
        ('UPDATE "core_person" SET "nama" = 1', False),
        ('DELETE FROM "core_person"', False),
    ],
)
def test_a_statement_that_changes_a_row_is_known(sql, reads):
    assert only_reads(sql) is reads


@pytest.mark.parametrize("day", DAYS)
def test_no_page_tells_what_begins_after_its_day(visits, day):
    for name, page in visits(day).items():
        if name in WORK:
            continue
        for words, begins in BEGINS.items():
            assert begins <= day or words not in page.told, f"{name} tells {words} on {day}"


@pytest.mark.parametrize("day", DAYS)
def test_the_list_of_documents_turns_with_the_day(client, world, day):
    told = client.get("/dokumen/", {"per": day.isoformat()}).content.decode()

    settled = told[told.index('id="diputuskan"') :]
    assert (f"/dokumen/{world.confirmed.document.public_id}/" in settled) == (
        day >= date(2024, 9, 9)
    )


def test_every_page_asks_the_database_at_most_twelve_times(visits):
    for name, page in visits().items():
        limit = 40 if name == "kukuhkan" else 12  # the plan matches every name of the draft
        assert len(page.asked) <= limit, (name, page.asked)


def test_every_page_has_one_heading_and_keeps_away_crawlers(visits):
    for name, page in visits().items():
        assert page.answer.content.count(b"<h1") == 1, name
        assert page.answer["X-Robots-Tag"] == "noindex, nofollow"


def test_every_page_is_small_before_it_is_compressed(visits):
    for name, page in visits().items():
        assert len(page.answer.content) <= 100_000, name


def test_no_page_has_inline_styles_or_scripts(visits):
    for name, page in visits().items():
        told = page.told
        assert " style=" not in told, name
        assert "<style" not in told, name
        assert told.count("<script") == told.count("<script src=") + told.count(
            '<script type="module" src='
        ), name


def test_every_link_keeps_the_day(visits):
    for name, page in visits(date(2024, 10, 1)).items():
        told = page.told
        head = told[told.index('class="nav-main"') : told.index("</nav>")]
        assert head.count("per=2024-10-01") == head.count("<a "), name


def test_a_page_writes_ids_plainly_and_its_links_answer(client, world, visits):
    links = {}
    for name, address in world.pages().items():
        page = Page(visits()[name].told)
        assert not page.amounts, name
        links.update({urldefrag(urljoin(address, link)).url: name for link in page.links})

    for link, name in one_of_each(links):
        answer = client.get(link)
        b"".join(answer)  # a file that is sent is closed once it was read
        assert answer.status_code in {200, 302}, f"{name} leads to {link}: {answer.status_code}"


def one_of_each(links):
    """Give one link to each page with each set of questions that is linked to."""
    never_read = {f"/dokumen/{key}/" for key in papers_that_nobody_read()}
    found = {}
    for link, name in sorted(links.items()):
        at = urlsplit(link)
        if at.netloc or at.path in never_read:
            continue
        match = resolve(at.path)
        found.setdefault((match.view_name, *sorted(parse_qs(at.query))), (link, name))
    return found.values()


def papers_that_nobody_read():
    """Give the papers of the cast that are on record alone; in the program each has a draft."""
    return Document.objects.filter(draft=None).values_list("public_id", flat=True)


def test_the_banner_stands_on_every_page_of_a_demonstration(client, world, settings):
    settings.PAMONG_DEMONSTRATION = True

    for name, address in {**world.pages(), "tidak ada": "/tidak/ada/"}.items():
        assert BANNER in client.get(address).content.decode(), name
    assert BANNER in Client().get("/masuk/").content.decode()


def test_the_banner_stands_nowhere_else(client, visits, settings):
    assert not settings.PAMONG_DEMONSTRATION
    for name, page in visits().items():
        assert BANNER not in page.told, name
    assert BANNER not in client.get("/tidak/ada/").content.decode()
    assert BANNER not in Client().get("/masuk/").content.decode()
