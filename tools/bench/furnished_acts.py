"""More of what the demonstration lacks: a series of forums, a table to fill in, many accounts.

A point of an agenda that waits for a body above, and a matter that it answered with a letter. All
of it is made up.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

LETTER = b"%PDF-1.4 rekaan"
AT_ONCE = 5_000
UNUSABLE = "!"


def meet(pemda: Any, today: date, how: Mapping[str, Any]) -> None:
    """Hold a forum of a series, with a table for an OPD and two matters for bodies above."""
    from pamong.apps.core.files import NewFile
    from pamong.apps.forums.asking_lists import NewColumn, NewList, ask_for_list
    from pamong.apps.forums.by_hand import NewDirective, NewForum, announce_forum, minute_directive
    from pamong.apps.forums.models import ForumKind
    from pamong.apps.forums.recurrence import Every, Rule
    from pamong.apps.forums.series_acts import open_series
    from pamong.apps.forums.settling import NewAnswer, raise_matter, record_answer
    from pamong.apps.organisasi.models import Opd

    series = open_series(
        pemda=pemda,
        nama="Rakor ukur (rekaan)",
        kind=ForumKind.RAKOR,
        rule=Rule(Every.MINGGU, today.weekday()),
        since=today,
        **how,
    )
    agenda = ["Formasi ukur (rekaan)", "Seleksi ukur (rekaan)"]
    new = NewForum("rakor", "Rakor ukur (rekaan)", today, agenda=agenda, series=series)
    forum = announce_forum(pemda=pemda, new=new, day=today, **how)
    _waits, raised = forum.agenda_items.order_by("position")
    upward = raise_matter(matter=raised, body="BKN", **how)
    letter = NewFile("jawaban.pdf", LETTER)
    answer = NewAnswer("BKN", today, "Jawaban ukur (rekaan).", "B-1/2026", letter)
    record_answer(directive=upward, new=answer, day=today, **how)
    opd = Opd.objects.filter(pemda=pemda, ends_before=None).order_by("sort_key")[0]
    wanted = NewDirective("mengisi tabel ukur (rekaan)", [], opd.nama)
    directive = minute_directive(forum=forum, new=wanted, day=today, **how)
    columns = [NewColumn("Program", "teks", is_required=True), NewColumn("Penerima", "angka")]
    table = NewList("Tabel ukur (rekaan)", columns)
    ask_for_list(directive=directive, new=table, day=today, **how)


def open_accounts(pemda: Any, today: date, at: datetime, how: Mapping[str, Any]) -> None:
    """Open the accounts of the OPD with the fewest people."""
    from django.db.models import Count

    from pamong.apps.accounts.access import Access, Grant
    from pamong.apps.accounts.models import Role
    from pamong.apps.accounts.opening_many import begin_opening
    from pamong.apps.accounts.opening_plan import NewOpening
    from pamong.apps.kepegawaian.models import Placement
    from pamong.apps.organisasi.models import Opd

    placed = Placement.objects.on(today).filter(pegawai__pemda=pemda)
    fewest = placed.values("opd").annotate(number=Count("id")).order_by("number", "opd")[0]
    admin = Access(None, how["actor"].label, (Grant(Role.BKD_ADMIN, pemda.pk),), today=today)
    new = NewOpening(pemda, today, Opd.objects.get(pk=fewest["opd"]))
    begin_opening(new=new, by=admin, at=at, **how)


def give_everybody_an_account(pemda: Any, today: date) -> None:
    """Let everybody who works there sign in, by a password that nobody has yet."""
    from pamong.apps.accounts.models import Role, RoleGrant, User
    from pamong.apps.kepegawaian.models import Pegawai

    working = Pegawai.objects.on(today).filter(pemda=pemda).select_related("person")
    working = working.exclude(person__in=RoleGrant.objects.exclude(person=None).values("person"))
    people = [each.person for each in working]
    users = User.objects.bulk_create(
        [
            User(username=f"ukur-{person.pk}", nama=person.shown_name, password=UNUSABLE)
            for person in people
        ],
        batch_size=AT_ONCE,
    )
    role = {"role": Role.PEGAWAI, "pemda": pemda, "starts_on": today}
    grants = (
        RoleGrant(user=user, person=person, **role)
        for user, person in zip(users, people, strict=True)
    )
    RoleGrant.objects.bulk_create(grants, batch_size=AT_ONCE)


def addresses(pemda: Any) -> list[str]:
    """Return the pages of these that stand behind many others of their kind."""
    from django.db.models import Q

    from pamong.apps.forums.models import ForumSeries, ListSheet
    from pamong.apps.kepegawaian.models import Pegawai
    from pamong.apps.penggabungan.models import DuplicatePair

    series = ForumSeries.objects.filter(pemda=pemda).latest("id")
    sheet = ListSheet.objects.filter(opd__pemda=pemda).latest("id")
    # Three were recorded once more: one was merged, one waits, one was kept apart.
    waits, apart = (
        DuplicatePair.objects.filter(Q(first=one) | Q(second=one)).latest("id")
        for one in Pegawai.objects.filter(pemda=pemda).order_by("-id")[:2][::-1]
    )
    return [
        f"/{pemda.slug}/forum/seri/{series.public_id}/",
        f"/arahan/isian/{sheet.public_id}/",
        f"/arahan/{sheet.request.directive.public_id}/isian/unduh/",
        f"/{pemda.slug}/pegawai/ganda/{waits.public_id}/",
        f"/{pemda.slug}/pegawai/ganda/{waits.public_id}/gabung/",
        f"/{pemda.slug}/pegawai/ganda/{apart.public_id}/tarik/",
    ]
