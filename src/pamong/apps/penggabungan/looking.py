"""Looking for people recorded twice: what is compared is read in one query, and kept as pairs."""

from collections.abc import Iterator
from datetime import date

from django.db import connection, transaction

from pamong.apps.organisasi.models import Pemda
from pamong.apps.penggabungan.likely import Traits, find_pairs
from pamong.apps.penggabungan.models import Alike, DuplicatePair

RECORDS = """
    SELECT g.id, array_prepend(p.sort_key, n.names), g.born_on, i.employed_by, i.resident_by
      FROM kepegawaian_pegawai g
      JOIN core_person p ON p.id = g.person_id
      LEFT JOIN (SELECT person_id, array_agg(sort_key) AS names
                   FROM core_personname GROUP BY 1) n ON n.person_id = p.id
      LEFT JOIN (SELECT person_id,
                        array_agg(regexp_replace(value, '\\D', '', 'g'))
                          FILTER (WHERE kind IN ('nip', 'ni_pppk', 'nip_lama')) AS employed_by,
                        array_agg(regexp_replace(value, '\\D', '', 'g'))
                          FILTER (WHERE kind = 'nik') AS resident_by
                   FROM core_personidentifier
                  WHERE kind IN ('nip', 'ni_pppk', 'nip_lama', 'nik') GROUP BY 1) i
        ON i.person_id = p.id
     WHERE g.pemda_id = %s AND g.merged_into_id IS NULL
     ORDER BY g.id"""
LOOK = "penggabungan.look_now"
"""Looking today, when somebody asks for it."""
SHORTEST = 8
"""Fewer digits are no number that says who somebody is."""
WEIGHT = {why: place for place, why in enumerate(Alike.values)}
BATCH = 2_000


def look_for_duplicates(*, pemda: Pemda, day: date) -> int:
    """Look through all records of a government, and keep the pairs found instead of the former.

    A pair that is found again keeps its address. Returns how many there are.
    """
    with transaction.atomic():
        _wait_for_other_searches(pemda)
        rows = [
            DuplicatePair(
                pemda=pemda,
                first_id=first,
                second_id=second,
                alike=sorted(alike, key=WEIGHT.__getitem__),
                rank=min(WEIGHT[why] for why in alike),
                found_on=day,
            )
            for (first, second), alike in sorted(find_pairs(_records(pemda)).items())
        ]
        before = DuplicatePair.objects.filter(pemda=pemda)
        known = {(pair.first_id, pair.second_id): pair.pk for pair in before}
        gone = known.keys() - {(row.first_id, row.second_id) for row in rows}
        DuplicatePair.objects.filter(pk__in=[known[pair] for pair in gone]).delete()
        DuplicatePair.objects.bulk_create(
            rows,
            batch_size=BATCH,
            update_conflicts=True,
            unique_fields=["first", "second"],
            update_fields=["alike", "rank", "found_on"],
        )
    return len(rows)


def _records(pemda: Pemda) -> Iterator[Traits]:
    with connection.cursor() as cursor:
        cursor.execute(RECORDS, [pemda.pk])
        for pegawai, names, born_on, employed_by, resident_by in cursor.fetchall():
            yield Traits(
                pegawai, tuple(names), born_on, _numbers(employed_by), _numbers(resident_by)
            )


def _numbers(told: list[str] | None) -> tuple[str, ...]:
    return tuple(number for number in told or () if len(number) >= SHORTEST)


def _wait_for_other_searches(pemda: Pemda) -> None:
    """Lock against another search of the same government: each replaces what the other found."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtext('penggabungan.look'), %s)", [pemda.pk]
        )
