"""What a confirmed draft becomes, with the words of the document; and what it never becomes."""

from datetime import date

import pytest
from tests.support.drafts import (
    APEL,
    FORUM_DAY,
    LEAVE,
    TENURE,
    DraftAttestation,
    DraftCommitment,
    DraftDirective,
    OnBehalfOf,
    Quote,
    confirm,
    put_down,
    replace,
)
from tests.support.registry import WARNI, attest, hold, leading

from pamong.apps.core.models import Person
from pamong.apps.core.refusals import RefusedError
from pamong.apps.core.selectors import history_of
from pamong.apps.forums.models import (
    AddresseeKind,
    Commitment,
    ConfidentialStatement,
    Directive,
    DirectiveAddressee,
    DirectiveGiver,
    DraftStatus,
    Forum,
    ForumGuest,
    Statement,
)
from pamong.apps.organisasi.models import (
    Attestation,
    Jabatan,
    JabatanHolding,
    JabatanKind,
    OfficeLeave,
    Opd,
)
from pamong.kernel.capacity import Capacity

SITI = "Siti Rekayasari (rekaan)"


def test_a_forum_becomes_a_record_with_everything_of_it(contoh, bupati):
    draft = confirm(put_down(contoh, APEL))

    forum = Forum.objects.get()
    assert (forum.pemda, forum.kind, forum.day) == (contoh, "apel", FORUM_DAY)
    assert forum.place == "halaman kantor bupati"
    assert forum.topics == ["disiplin"]
    assert forum.series.nama == "Apel bulanan"
    assert forum.numbers == [{"value": "420", "unit": "ASN", "what": "peserta apel"}]
    assert [guest.text for guest in ForumGuest.objects.order_by("id")] == [
        "kepala OPD",
        "OPD Kabupaten Contoh",
    ]
    assert draft.status == DraftStatus.CONFIRMED
    assert draft.document.owner == contoh.instansi


def test_a_person_is_recorded_without_titles_and_as_made_up(contoh):
    titled = DraftAttestation(
        "Dra. Hj. Siti Rekayasari (rekaan), M.Si.", "Bupati", "definitif", None
    )
    confirm(put_down(contoh, replace(APEL, attestations=(titled,))))

    person = Person.objects.get()
    assert (person.nama, person.gelar_depan, person.gelar_belakang) == (
        "Siti Rekayasari",
        "Dra. Hj.",
        "M.Si.",
    )
    assert person.is_made_up


def test_an_attestation_keeps_the_words_of_the_document_and_proves_no_tenure(contoh, bupati):
    confirm(put_down(contoh, APEL))

    attested = Attestation.objects.get()
    assert (attested.jabatan, attested.day) == (bupati, FORUM_DAY)
    assert attested.words == "Bupati Contoh (rekaan), Siti Rekayasari (rekaan)"
    assert not JabatanHolding.objects.exists()


def test_a_directive_keeps_giver_office_addressee_and_words(contoh, bupati):
    confirm(put_down(contoh, APEL))

    directive = Directive.objects.get()
    giver = DirectiveGiver.objects.get()
    assert directive.words == "meminta kepala OPD melapor tiap bulan"
    assert (giver.person.nama, giver.jabatan, giver.capacity) == (
        "Siti Rekayasari",
        bupati,
        "definitif",
    )


@pytest.mark.parametrize(
    ("to", "kind"),
    [
        ("seluruh OPD", AddresseeKind.SEMUA_OPD),
        ("kepala OPD", AddresseeKind.SEMUA_OPD),
        ("perangkat daerah", AddresseeKind.SEMUA_OPD),
        ("para ASN", AddresseeKind.ASN),
        ("pegawai", AddresseeKind.ASN),
        ("masyarakat", AddresseeKind.LAIN),
        ("BKD", AddresseeKind.OPD),
        ("Badan Kepegawaian Daerah", AddresseeKind.OPD),
        ("kepala Badan Kepegawaian Daerah", AddresseeKind.OPD),
        ("Kepala BKD", AddresseeKind.OPD),
        ("kepala BKD Kabupaten Contoh", AddresseeKind.OPD),
    ],
)
def test_whom_a_directive_addresses(to, kind, contoh):
    opd = Opd.objects.create(
        pemda=contoh, nama="Badan Kepegawaian Daerah", singkatan="BKD", jenis="badan", sort_key="b"
    )
    confirm(put_down(contoh, replace(APEL, directives=(replace(APEL.directives[0], to=to),))))

    addressee = DirectiveAddressee.objects.get()
    assert (addressee.kind, addressee.text) == (kind, to)
    assert addressee.opd == (opd if kind == AddresseeKind.OPD else None)


def test_an_opd_without_an_abbreviation_is_not_everybody_s_addressee(contoh):
    Opd.objects.create(pemda=contoh, nama="Kecamatan Rekaan", jenis="kecamatan", sort_key="k")
    blank = replace(APEL.directives[0], to="-")

    confirm(put_down(contoh, replace(APEL, directives=(blank,))))

    assert DirectiveAddressee.objects.get().kind == AddresseeKind.LAIN


def test_words_of_an_unnamed_speaker_go_through_the_door_and_leave_no_row_behind(contoh):
    unnamed = Quote(speaker=None, first_five_words="Kami siap berubah", text="Kami siap berubah")
    promise = DraftCommitment(by=None, to="bupati", gist="menjaga netralitas", topic="netralitas")

    confirm(put_down(contoh, replace(APEL, quotes=(unnamed,), commitments=(promise,))))

    assert not Statement.objects.exists()
    assert not Commitment.objects.exists()
    assert sorted(row.words for row in ConfidentialStatement.objects.all()) == [
        "Kami siap berubah",
        "menjaga netralitas",
    ]


def test_a_statement_names_the_office_by_which_this_document_calls_its_speaker(contoh):
    confirm(put_down(contoh, APEL))

    said = Statement.objects.get()
    assert (said.speaker.nama, said.office, said.capacity) == (
        "Siti Rekayasari",
        "Bupati",
        "definitif",
    )


def test_who_reads_for_whom_is_kept(contoh, bupati):
    behalf = OnBehalfOf(reader="Budi Contohadi (rekaan)", principal="Bupati Contoh")

    confirm(put_down(contoh, replace(APEL, on_behalf_of=behalf)))

    forum = Forum.objects.get()
    assert (forum.reader.nama, forum.principal) == ("Budi Contohadi", bupati)


def test_what_another_asked_is_relayed_by_whoever_told_it(contoh):
    relayed = DraftDirective(
        by=SITI,
        to="ASN",
        gist="tingkatkan pendidikan",
        topic="pendidikan_asn",
        setting="wawancara",
        relayed_by="Budi Contohadi (rekaan)",
        repeats="kembali menekankan",
    )

    confirm(put_down(contoh, replace(APEL, directives=(relayed,))))

    directive = Directive.objects.get()
    assert directive.relayed_by.nama == "Budi Contohadi"
    assert directive.repeats == "kembali menekankan"
    assert directive.givers.get().person.nama == "Siti Rekayasari"


# ── tenures and leaves ─────────────────────────────────────────────────────────────────────────


def test_days_that_the_text_states_become_a_tenure_and_a_leave(contoh, bupati):
    draft = put_down(contoh, replace(APEL, periods=(TENURE, LEAVE)))
    confirm(draft)

    held, away = JabatanHolding.objects.get(), OfficeLeave.objects.get()
    assert (held.jabatan, held.capacity) == (bupati, Capacity.DEFINITIF)
    assert (held.starts_on, held.ends_before) == (date(2021, 2, 20), None)
    assert (held.document, held.decree, held.stated_on) == (draft.document, None, FORUM_DAY)
    assert (away.kind, away.starts_on) == ("cuti_kampanye", date(2024, 9, 25))
    assert away.ends_before == date(2024, 11, 24), "the last day that people write counts"


@pytest.mark.parametrize(
    ("what", "kind"),
    [
        ("cuti kampanye pilkada", "cuti_kampanye"),
        ("Cuti Tahunan", "cuti_tahunan"),
        ("cuti sakit", "cuti_sakit"),
        ("cuti", "cuti_lain"),
    ],
)
def test_the_kind_of_a_leave_is_the_document_s_word(what, kind, contoh):
    confirm(put_down(contoh, replace(APEL, periods=(replace(LEAVE, what=what),))))

    assert OfficeLeave.objects.get().kind == kind


def test_a_fact_that_two_documents_state_is_recorded_once(contoh):
    for kode in ("uji-1", "uji-2"):
        confirm(put_down(contoh, replace(APEL, periods=(TENURE, LEAVE)), kode))

    assert JabatanHolding.objects.count() == 1
    assert OfficeLeave.objects.count() == 1
    assert Person.objects.count() == 1
    assert Attestation.objects.count() == 2, "each document attests for itself"


def test_a_second_document_that_states_the_end_ends_an_open_tenure(contoh):
    confirm(put_down(contoh, replace(APEL, periods=(TENURE,)), "uji-1"))

    confirm(put_down(contoh, replace(APEL, periods=(replace(TENURE, end="2025-02-19"),)), "uji-2"))

    held = JabatanHolding.objects.get()
    assert held.ends_before == date(2025, 2, 20)
    assert history_of([held])[0].reason == "ditinjau; dokumen uji-2"


def test_a_later_text_that_knows_no_end_does_not_reopen_a_tenure(contoh):
    closed = replace(TENURE, end="2025-02-19")
    confirm(put_down(contoh, replace(APEL, periods=(closed,)), "uji-1"))

    confirm(put_down(contoh, replace(APEL, periods=(TENURE,)), "uji-2"))

    assert JabatanHolding.objects.get().ends_before == date(2025, 2, 20)


def test_two_documents_that_state_different_ends_are_for_a_person_to_settle(contoh):
    for end, kode in (("2025-02-19", "uji-1"), ("2025-02-28", "uji-2")):
        draft = put_down(contoh, replace(APEL, periods=(replace(TENURE, end=end),)), kode)
        if kode == "uji-1":
            confirm(draft)

    with pytest.raises(RefusedError, match="perbaiki tanggalnya"):
        confirm(draft)


def test_a_second_definitive_holder_is_refused_and_nothing_of_the_document_is_kept(
    contoh, bupati, tono, sk
):
    hold(tono, bupati, since=date(2019, 1, 1), by=sk)
    draft = put_down(contoh, replace(APEL, periods=(TENURE,)))

    with pytest.raises(RefusedError, match="sudah dipegang pejabat definitif"):
        confirm(draft)

    draft.refresh_from_db()
    assert draft.status == DraftStatus.OPEN
    assert draft.document.owner is None
    for model in (Forum, Directive, Attestation, OfficeLeave):
        assert not model.objects.exists()
    assert [person.nama for person in Person.objects.all()] == ["Tono Andaikata"]


def test_a_page_that_is_no_forum_gives_its_tenures_only(contoh):
    plain = replace(APEL, is_forum=False, forum_kind=None, periods=(TENURE,))

    confirm(put_down(contoh, plain))

    assert JabatanHolding.objects.count() == 1
    assert not Forum.objects.exists()
    assert not Directive.objects.exists()


# ── who and which office is meant ──────────────────────────────────────────────────────────────


def test_somebody_on_record_in_this_government_is_the_same_person(contoh, bupati, siti, berita):
    attest(siti, bupati, on=date(2024, 5, 1), by=berita)

    confirm(put_down(contoh, APEL))

    assert Person.objects.get() == siti
    assert Directive.objects.get().givers.get().person == siti


def test_a_namesake_of_another_government_is_another_person(contoh, misal, siti, berita):
    attest(siti, leading(misal, JabatanKind.SEKDA), on=date(2024, 5, 1), by=berita)

    confirm(put_down(contoh, APEL))

    assert Person.objects.filter(sort_key=siti.sort_key).count() == 2
    assert Directive.objects.get().givers.get().person != siti


def test_somebody_who_only_promised_before_is_known_again(contoh):
    promise = DraftCommitment(by="Budi Contohadi (rekaan)", to=None, gist="melapor", topic=None)
    for kode in ("uji-1", "uji-2"):
        confirm(put_down(contoh, replace(APEL, commitments=(promise,)), kode))

    assert Person.objects.filter(nama="Budi Contohadi").count() == 1


def test_somebody_on_record_nowhere_is_nobody_of_this_government(contoh, siti):
    confirm(put_down(contoh, APEL))

    assert Person.objects.filter(sort_key=siti.sort_key).count() == 2


def test_an_office_that_is_not_here_yet_is_opened_under_its_own_name(contoh):
    named = DraftAttestation(SITI, "Kepala Dinas Pasar Kabupaten Contoh", "Plt", None)

    confirm(put_down(contoh, replace(APEL, attestations=(named,))))

    opened = Attestation.objects.get().jabatan
    assert (opened.nama, opened.kind) == ("Kepala Dinas Pasar", JabatanKind.KEPALA_OPD)
    assert Attestation.objects.get().capacity == Capacity.PLT


def test_an_office_here_is_found_by_its_abbreviation(contoh, kepala_bkd):
    named = DraftAttestation(SITI, "Kepala BKD Kab. Contoh", "definitif", None)

    confirm(put_down(contoh, replace(APEL, attestations=(named,))))

    assert Attestation.objects.get().jabatan == kepala_bkd


def test_an_office_of_another_government_is_left_to_that_government(contoh, misal):
    guest = DraftAttestation("Tono Andaikata (rekaan)", "Wali Kota Misal", "definitif", None)
    before = Jabatan.objects.count()

    confirm(put_down(contoh, replace(APEL, attestations=(*APEL.attestations, guest))))

    assert Attestation.objects.get().pemda == contoh
    assert Jabatan.objects.count() == before
    assert not Person.objects.filter(nama="Tono Andaikata").exists()


# ── who did it ─────────────────────────────────────────────────────────────────────────────────


def test_everything_of_a_confirmed_draft_names_its_actor_and_reason(contoh):
    draft = confirm(put_down(contoh, replace(APEL, periods=(TENURE, LEAVE))))

    records = [
        [draft],
        list(Forum.objects.all()),
        list(Directive.objects.all()),
        list(Statement.objects.all()),
        list(Attestation.objects.all()),
        list(JabatanHolding.objects.all()),
        list(OfficeLeave.objects.all()),
        list(Person.objects.all()),
    ]
    for rows in records:
        newest = history_of(rows)[0]
        assert (newest.actor, newest.reason) == (WARNI.label, "ditinjau")


def test_a_row_of_an_act_within_confirming_is_named_by_that_act_alone(contoh):
    confirm(put_down(contoh, replace(APEL, periods=(TENURE,))))

    def act_of(row):
        return (
            row.pgh_event_model.objects.filter(pgh_obj_id=row.pk)
            .latest("pgh_id")
            .pgh_context["act"]
        )

    assert act_of(JabatanHolding.objects.get()) == "organisasi.record_tenure"
    assert act_of(Forum.objects.get()) == "forums.confirm_draft"
    assert act_of(Person.objects.get()) == "core.register_person"


def test_the_same_document_cannot_attest_after_it_was_confirmed_once(contoh):
    draft = confirm(put_down(contoh, APEL))

    assert Attestation.objects.get().document == draft.document
    assert draft.decided_by == WARNI.label
