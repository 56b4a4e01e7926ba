"""Carry agenda, recurrence and unnamed speakers over to tables of their own.

What this knows of bodies and rules is frozen here: the code that reads them today may change.
History rows of unnamed statements and promises go too, since they would tell who wrote them down;
it is the one place where append-only is lifted.
"""

import re

from django.db import migrations

from pamong.apps.core.audit import Actor, act

UPDATE = Actor("Pembaruan Pamong")
REASON = "memindahkan catatan ke tabelnya sendiri"
BODIES = {
    "menpan": ("Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi", "KemenPANRB"),
    "kemenpan": (
        "Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
        "KemenPANRB",
    ),
    "bkn": ("Badan Kepegawaian Negara", "BKN"),
    "badan kepegawaian negara": ("Badan Kepegawaian Negara", "BKN"),
    "kasn": ("Komisi Aparatur Sipil Negara", "KASN"),
    "komisi aparatur sipil negara": ("Komisi Aparatur Sipil Negara", "KASN"),
    "mendagri": ("Kementerian Dalam Negeri", "Kemendagri"),
    "kemendagri": ("Kementerian Dalam Negeri", "Kemendagri"),
}
KINDS = {"apel": "Apel", "upacara": "Upacara", "rakor": "Rapat koordinasi"}
EVERY = (("bulan", "bulanan"), ("tahun", "tahunan"), ("minggu", "mingguan"))
WEEKDAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu")


def carry_over(apps, schema_editor):
    if not apps.get_model("forums", "Forum").objects.exists():
        return
    with act("forums.carry_over", actor=UPDATE, reason=REASON):
        for forum in apps.get_model("forums", "Forum").objects.order_by("id"):
            carry_agenda(apps, forum)
            carry_recurrence(apps, forum)
            carry_unnamed(apps, forum)
        for draft in apps.get_model("forums", "ReadingDraft").objects.filter(is_sealed=False):
            if any(not row["speaker"] for row in draft.content["quotes"]) or any(
                not row["by"] for row in draft.content["commitments"]
            ):
                draft.is_sealed = True
                draft.save(update_fields=["is_sealed"])
        with schema_editor.connection.cursor() as cursor:
            # The trigger of a directive copies the day of its forum.
            cursor.execute("UPDATE forums_directive SET forum_id = forum_id WHERE day IS NULL")
            for table, column in (("statement", "speaker_id"), ("commitment", "person_id")):
                cursor.execute(f"ALTER TABLE forums_{table}event DISABLE TRIGGER USER")
                cursor.execute(f"DELETE FROM forums_{table}event WHERE {column} IS NULL")
                cursor.execute(f"ALTER TABLE forums_{table}event ENABLE TRIGGER USER")


def carry_agenda(apps, forum):
    AgendaItem = apps.get_model("forums", "AgendaItem")
    if AgendaItem.objects.filter(forum=forum).exists():
        return
    for position, row in enumerate(forum.agenda, start=1):
        known = BODIES.get((row["body"] or "").casefold().strip())
        AgendaItem.objects.create(
            forum=forum,
            position=position,
            item=row["item"][:500],
            body=row["body"] or "",
            directive=raise_upwards(apps, forum, row, known) if known else None,
        )


def raise_upwards(apps, forum, row, known):
    nama, singkatan = known
    instansi, _ = apps.get_model("core", "Instansi").objects.get_or_create(
        kind="pusat",
        nama=nama,
        defaults={"singkatan": singkatan, "sort_key": nama.casefold()},
    )
    directive = apps.get_model("forums", "Directive").objects.create(
        forum=forum, pemda_id=forum.pemda_id, gist=row["item"][:500], is_upward=True
    )
    apps.get_model("forums", "DirectiveAddressee").objects.create(
        directive=directive, kind="instansi", instansi=instansi, text=row["body"]
    )
    return directive


def carry_recurrence(apps, forum):
    for row in forum.recurrence:
        kind = next((kind for kind in KINDS if kind in row["what"].casefold()), None)
        words = re.findall(r"[a-z]+", row["rule"].casefold())
        weekday = next((WEEKDAYS.index(word) for word in words if word in WEEKDAYS), None)
        often = next((pair for pair in EVERY if pair[0] in words), None)
        if kind is None or (often is None and weekday is None):
            continue
        last = WEEKDAYS[weekday].capitalize() if weekday is not None else often[1]
        series, is_new = apps.get_model("forums", "ForumSeries").objects.get_or_create(
            pemda_id=forum.pemda_id, nama=f"{KINDS[kind]} {last}", defaults={"kind": kind}
        )
        if is_new:
            apps.get_model("forums", "SeriesRule").objects.create(
                series=series,
                every=often[0] if often else "minggu",
                weekday=weekday,
                starts_on=forum.day,
                document_id=forum.document_id,
                words=f"{row['what']} {row['rule']}",
            )
        fits = weekday is None or forum.day.weekday() == weekday
        if forum.series_id is None and forum.kind == kind and fits:
            forum.series = series
            forum.save(update_fields=["series"])


def carry_unnamed(apps, forum):
    Statement = apps.get_model("forums", "Statement")
    Commitment = apps.get_model("forums", "Commitment")
    Confidential = apps.get_model("forums", "ConfidentialStatement")
    said = Statement.objects.filter(forum=forum, speaker=None)
    promised = Commitment.objects.filter(forum=forum, person=None)
    quotes = [bare(row.words) for row in said]
    kept = [row.words for row in said]
    kept += [row.gist for row in promised if not any(bare(row.gist) in quote for quote in quotes)]
    for words in dict.fromkeys(" ".join(text.split()).rstrip(" ,") for text in kept):
        Confidential.objects.get_or_create(forum=forum, words=words)
    said.delete()
    promised.delete()


def bare(words):
    return " ".join(re.findall(r"\w+", words.casefold()))


class Migration(migrations.Migration):
    dependencies = [("forums", "0006_confidential_statements")]

    operations = [migrations.RunPython(carry_over, migrations.RunPython.noop)]
