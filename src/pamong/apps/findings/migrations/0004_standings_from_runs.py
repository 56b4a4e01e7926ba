from itertools import groupby

from django.db import migrations


def tell_when_runs_were_recorded(apps, _schema_editor):
    """A run was recorded when its history says that it was inserted."""
    run = apps.get_model("findings", "LawRun")
    inserted = apps.get_model("findings", "LawRunEvent").objects.filter(pgh_label="insert")
    for event in inserted.values("pgh_obj_id", "pgh_created_at").iterator():
        run.objects.filter(pk=event["pgh_obj_id"]).update(recorded_at=event["pgh_created_at"])


def stand_from_runs(apps, _schema_editor):
    """A finding stood from each day whose latest run found it, until the next day judged."""
    finding = apps.get_model("findings", "Finding")
    standing = apps.get_model("findings", "Standing")
    if standing.objects.exists():
        return
    for row in finding.objects.iterator():
        found_by = set(row.runs.values_list("pk", flat=True))
        for piece in _pieces(_latest_runs(apps, row), found_by):
            standing.objects.create(
                finding=row, judgement=row.judgement, judgement_hash=row.judgement_hash, **piece
            )


def _latest_runs(apps, finding):
    """The run that counts of each day judged by the rule, the earliest day first."""
    runs = (
        apps.get_model("findings", "LawRun")
        .objects.filter(pemda_id=finding.pemda_id, rule_id=finding.rule_id)
        .order_by("as_of", "id")
    )
    return [list(same_day)[-1] for _, same_day in groupby(runs, key=lambda run: run.as_of)]


def _pieces(runs, found_by):
    first = None
    for run in runs:
        if run.pk in found_by:
            first = first or run
        elif first:
            yield {
                "starts_on": first.as_of,
                "found_by": first,
                "ends_before": run.as_of,
                "lost_by": run,
                "lost_because": "fakta",
            }
            first = None
    if first:
        yield {"starts_on": first.as_of, "found_by": first}


class Migration(migrations.Migration):
    dependencies = [("findings", "0003_standings_and_acknowledgements")]

    operations = [
        migrations.RunPython(tell_when_runs_were_recorded, migrations.RunPython.noop),
        migrations.RunPython(stand_from_runs, migrations.RunPython.noop),
    ]
