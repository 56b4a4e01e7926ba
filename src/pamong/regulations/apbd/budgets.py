"""The budgets that the rules on prescribed shares look at, and shares in whole numbers."""

from __future__ import annotations

from functools import reduce
from operator import or_

import ibis
from ibis import _

from pamong.law.compiling import Facts
from pamong.law.expressions import Table, Value, holds, join_known, missing_facts
from pamong.law.rule import Rule, Version

#: What ``missing`` calls a budget that is not recorded, and figures that contradict each other.
NO_BUDGET, CONTRADICTION = "apbd", "angka_apbd"
#: The outcome where the law prescribes no share.
UNPRESCRIBED = "tanpa_angka"
_ADJUSTING, _OPEN = "harus_menyesuaikan", "tidak_dapat_dinilai"
_HUNDREDTHS = 10_000
_FIGURES = (
    "belanja",
    "belanja_pegawai",
    "tunjangan_guru_tkd",
    "belanja_infrastruktur",
    "bagi_hasil_transfer",
    "pendidikan",
    "gaji_pendidik",
    "kesehatan",
    "kesehatan_publik",
)
#: Ten times the largest budget; more is a typing mistake, and would not fit once multiplied.
_MOST = 900_000_000_000_000


def budgets(facts: Facts, as_of: Value) -> Table:
    """Give each government its budget of the year of the day.

    Columns out: ``pemda_id``, ``tahun``, ``ada`` (there is a budget), ``mustahil`` (a figure is
    beyond any budget), and the figures of ``apbd``; nulls where nothing is recorded
    """
    year = as_of.year().cast("int64")
    of_year = facts.apbd.filter(_.tahun == year).drop("tahun").mutate(ada=ibis.literal(True))  # noqa: FBT003
    known = join_known(facts.pemda.select("pemda_id"), of_year, "pemda_id")
    huge = [holds((known[name] > _MOST) | (known[name] < -_MOST)) for name in _FIGURES]
    known = known.mutate(tahun=year, ada=holds(_.ada), mustahil=reduce(or_, huge))
    fitting = {name: ibis.ifelse(known.mustahil, None, known[name]) for name in _FIGURES}
    return known.mutate(**fitting)


def contradicts(known: Table, whole: Value, *parts: Value) -> Value:
    """Tell whether figures cannot be right: no spending at all, or a part below 0 or above it."""
    wrong = [holds((part < 0) | (part > whole)) for part in parts]
    return reduce(or_, wrong, known.mustahil | holds(whole <= 0))


def adjusted(
    known: Table,
    version: Version,
    as_of: Value,
    *,
    met: Value,
    failed: Value,
    outcomes: tuple[str, str],
) -> Table:
    """Judge a share that regions had years to adjust to.

    ``outcomes`` are those of who meets it and of who does not after the last day.

    Columns in:  ``tahun``, ``bertentangan``
    Columns out: besides them ``outcome``, ``since``, ``due_on``, ``version``, ``sisa_tahun``, and
                 ``gagal``, whether the share is not met
    """
    fulfilled, broken = outcomes
    last = version.values.get("batas_penyesuaian")
    if last is None:
        return known.mutate(
            outcome=ibis.literal(UNPRESCRIBED),
            since=ibis.null("date"),
            due_on=ibis.null("date"),
            version=ibis.literal(version.id),
            sisa_tahun=ibis.null("int64"),
            gagal=ibis.literal(False),  # noqa: FBT003
        )
    outcome = ibis.cases(
        (known.bertentangan, _OPEN),
        (met, fulfilled),
        (failed & (as_of <= last), _ADJUSTING),
        (failed, broken),
        else_=_OPEN,
    )
    this_year = as_of.truncate("Y").cast("date")
    first = ibis.greatest(this_year, ibis.literal(last) + ibis.interval(days=1)).cast("date")
    return known.mutate(
        outcome=outcome,
        since=ibis.ifelse(outcome == broken, first, None),
        due_on=ibis.ifelse(outcome == _ADJUSTING, ibis.literal(last), None),
        version=ibis.literal(version.id),
        sisa_tahun=ibis.ifelse(outcome == _ADJUSTING, last.year - known.tahun, None),
        gagal=failed & ~known.bertentangan,
    )


def short_since(rule: Rule, as_of: Value, is_short: Value) -> Value:
    """Return since when a share is not met: the first day of the year, never before the law."""
    first = ibis.literal(rule.versions[0].period.start)
    since = ibis.greatest(as_of.truncate("Y").cast("date"), first).cast("date")
    return ibis.ifelse(is_short, since, None)


def share(part: Value, whole: Value, is_sound: Value) -> Value:
    """Return a share in hundredths of a percent, rounded half up; null where not to be told."""
    base = ibis.ifelse(is_sound & (whole > 0), whole, None)
    return (part * _HUNDREDTHS + base // 2) // base


def written(hundredths: Value) -> Value:
    """Write a share as people do: 3327 is "33,27"."""
    cents = (hundredths % 100).cast("string").lpad(2, "0")
    return (hundredths // 100).cast("string") + "," + cents


def rounded_up(amount: Value, is_told: Value) -> Value:
    """Return whole rupiah of an amount in hundredths of a rupiah, never too few."""
    return ibis.ifelse(is_told, (amount + 99) // 100, None)


def lacking(known: Table, **names: Value) -> Value:
    """Name what is missing: the budget, else contradicting figures, else the cells that decide.

    Columns in: ``outcome``, ``ada``, ``bertentangan``
    """
    open_ = known.outcome == _OPEN
    told = open_ & known.ada & ~known.bertentangan
    return missing_facts(
        **{
            NO_BUDGET: open_ & ~known.ada,
            CONTRADICTION: open_ & known.ada & known.bertentangan,
            **{name: told & decides for name, decides in names.items()},
        }
    )
