"""What was found before findings had a life keeps its days, its judgement and its first run."""

from datetime import date

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

OLD = [("findings", "0003_standings_and_acknowledgements")]
NEW = [("findings", "0005_findings_by_identity")]
DAYS = [date(2024, 1, 1), date(2024, 2, 1), date(2024, 3, 1), date(2024, 4, 1)]


def migrate(targets):
    # Rows of this test wait for their foreign keys to be checked, and a table with such rows
    # cannot be altered.
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    executor = MigrationExecutor(connection)
    executor.migrate(targets)
    return MigrationExecutor(connection).loader.project_state(targets).apps


CASES = {
    "always": ([0, 1, 2, 3], [(0, None)]),
    "gone": ([0, 1], [(0, 2)]),
    "again": ([1, 3], [(1, 2), (3, None)]),
    "never": ([], []),
}
"""By the days whose run found it: from which day until before which it stands."""


def test_runs_become_the_days_on_which_a_finding_stands(contoh):
    before = migrate(OLD)
    run = before.get_model("findings", "LawRun")
    runs = [
        run.objects.create(pemda_id=contoh.pk, rule_id="aturan", as_of=day, judged=1, not_judged=0)
        for day in DAYS
    ]
    for subject_id, (name, (found_on, _)) in enumerate(CASES.items()):
        finding = before.get_model("findings", "Finding").objects.create(
            pemda_id=contoh.pk,
            run=runs[0],
            rule_id="aturan",
            subject_kind="pemda",
            subject_id=subject_id,
            subject_label=name,
            family="catatan",
            judgement={"meaning": name},
            judgement_hash="a" * 64,
        )
        finding.runs.set(runs[index] for index in found_on)

    after = migrate(NEW)

    standing = after.get_model("findings", "Standing").objects.order_by("starts_on")
    for name, (_, expected) in CASES.items():
        rows = standing.filter(finding__subject_label=name)
        assert [(row.starts_on, row.ends_before) for row in rows] == [
            (DAYS[start], None if end is None else DAYS[end]) for start, end in expected
        ], name
        assert {row.judgement["meaning"] for row in rows} <= {name}
    identities = after.get_model("findings", "Finding").objects.values_list("identity", flat=True)
    assert set(identities) == {"a" * 64}
