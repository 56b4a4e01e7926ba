"""The migration that carries agenda, recurrence and unnamed speakers to tables of their own."""

from datetime import date

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from pamong.apps.core.audit import Actor, act

BEFORE = [("forums", "0006_confidential_statements")]
CONTENT = {"quotes": [{"speaker": None, "text": "Kami siap."}], "commitments": []}


@pytest.fixture
def before(transactional_db):
    """The tables as they were before; afterwards as they are."""
    executor = MigrationExecutor(connection)
    latest = executor.loader.graph.leaf_nodes()
    executor.migrate(BEFORE)
    yield executor.loader.project_state(BEFORE).apps
    MigrationExecutor(connection).migrate(latest)


def test_what_was_json_is_in_its_tables_and_no_row_leads_to_the_unnamed(before):
    put_down_as_before(before)

    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes("forums"))

    after = executor.loader.project_state(executor.loader.graph.leaf_nodes("forums")).apps
    kept = {name: after.get_model("forums", name).objects for name in NAMES}
    raised = kept["Directive"].get(is_upward=True)
    assert [row.item for row in kept["AgendaItem"].order_by("position")] == ["K2", "P3K"]
    assert raised.gist == "P3K"
    assert raised.addressees.get().instansi.singkatan == "KemenPANRB"
    assert {row.day for row in kept["Directive"].all()} == {date(2019, 4, 9)}
    assert kept["Forum"].get().series.nama == "Rapat koordinasi tahunan"
    assert kept["SeriesRule"].get(series__nama="Apel Senin").weekday == 0
    assert [row.words for row in kept["ConfidentialStatement"].all()] == ["Kami siap berjanji."]
    assert not kept["Commitment"].exists()
    assert [row.words for row in kept["Statement"].all()] == ["Saya datang."]
    assert [row.words for row in kept["StatementEvent"].all()] == ["Saya datang."]
    assert kept["ReadingDraft"].get().is_sealed


NAMES = (
    "AgendaItem",
    "Commitment",
    "ConfidentialStatement",
    "Directive",
    "Forum",
    "ReadingDraft",
    "SeriesRule",
    "Statement",
    "StatementEvent",
)


def put_down_as_before(apps) -> None:
    def create(app, model, **values):
        return apps.get_model(app, model).objects.create(**values)

    with act("forums.test", actor=Actor("Warni (rekaan)"), reason="menguji"):
        body = create("core", "Instansi", nama="Contoh", kind="pemda", sort_key="contoh")
        pemda = create(
            "organisasi",
            "Pemda",
            instansi=body,
            nama="Contoh (rekaan)",
            short_name="Contoh",
            slug="contoh",
            level="kabupaten",
            time_zone="Asia/Jakarta",
        )
        paper = create(
            "core",
            "Document",
            kode="uji",
            kind="berita",
            text="Teks rekaan.",
            sha256="0" * 64,
            received_on=date(2025, 1, 1),
        )
        create(
            "forums",
            "ReadingDraft",
            document=paper,
            pemda=pemda,
            as_read=CONTENT,
            content=CONTENT,
        )
        forum = create(
            "forums",
            "Forum",
            pemda=pemda,
            document=paper,
            kind="rakor",
            title="Rakor",
            day=date(2019, 4, 9),
            agenda=[{"item": "K2", "body": None}, {"item": "P3K", "body": "Menpan"}],
            recurrence=[
                {"what": "rakor", "rule": "pada tahun mendatang"},
                {"what": "apel", "rule": "tiap hari Senin"},
                {"what": "laporan", "rule": "tiap bulan"},
            ],
        )
        speaker = create("core", "Person", nama="Siti", sort_key="siti", is_made_up=True)
        create("forums", "Directive", forum=forum, pemda=pemda, gist="melapor")
        create("forums", "Statement", forum=forum, speaker=speaker, words="Saya datang.")
        create("forums", "Statement", forum=forum, words="Kami siap berjanji.")
        create("forums", "Commitment", forum=forum, pemda=pemda, gist="siap berjanji")
