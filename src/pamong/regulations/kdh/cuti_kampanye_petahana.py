"""Whether the campaign leave of an incumbent who runs again covers the days that it must."""

from __future__ import annotations

import ibis
from ibis import _

from pamong.law.compiling import Facts
from pamong.law.expressions import Table, Value, first_gaps, holds, in_force, missing_facts
from pamong.law.rule import Rule

_OFFICES = ("kepala_daerah", "wakil_kepala_daerah")
_CAMPAIGN_LEAVE = "cuti_kampanye"


def judge(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give one row for every definitive tenure of a head or deputy in force on the day."""
    version = rule.version_on(facts.era)
    tenures = _tenures(facts, as_of)
    running = tenures.filter(_.tahap == "masa_kampanye")
    leave = _leave(facts, running)
    uncovered = (
        _uncovered_of_campaign(leave)
        if version.values["cuti"] == "seluruh_masa_kampanye"
        else _uncovered_campaign_days(facts, running, leave, as_of)
    )
    known = _join(tenures, _candidacy(facts, running, as_of))
    known = _join(_join(known, _recorded_leave(leave)), uncovered)
    known = known.mutate(outcome=_outcome(known))
    known = known.mutate(
        asked=(_.outcome == "tidak_dapat_dinilai") & holds(_.calon_di_daerah_ini),
        due=(_.tahap == "sebelum_kampanye") | holds(_.calon_di_daerah_ini),
    )
    return known.mutate(
        subject_id=_.pemangku_id,
        since=ibis.ifelse(_.outcome.isin(["cuti_tidak_mencakup", "tidak_cuti"]), _.celah, None),
        due_on=ibis.ifelse(_.due, _.kampanye_mulai, None),
        missing=missing_facts(
            jadwal_pilkada=_.tahap_kurang.contains("jadwal_pilkada"),
            keikutsertaan_pilkada=_.tahap_kurang.contains("keikutsertaan_pilkada"),
            pencalonan=(_.tahap == "masa_kampanye") & ~_.diketahui_calon,
            kegiatan_kampanye=_.asked & ~_.diketahui_kegiatan,
            cuti_pejabat=_.asked & _.diketahui_kegiatan & _.cuti_mulai.isnull(),
            akhir_cuti=_.asked & _.diketahui_kegiatan & _.cuti_mulai.notnull(),
        ),
        version=ibis.literal(version.id),
        confidence=_.keyakinan,
    )


def _outcome(known: Table) -> ibis.Value:
    return ibis.cases(
        (known.tahap == "tidak_dapat_dinilai", "tidak_dapat_dinilai"),
        (known.tahap != "masa_kampanye", "di_luar_masa_kampanye"),
        (~known.diketahui_calon, "tidak_dapat_dinilai"),
        (known.calon_di_daerah_lain, "calon_di_daerah_lain"),
        (~known.calon_di_daerah_ini, "bukan_calon"),
        (~known.diketahui_kegiatan, "tidak_dapat_dinilai"),
        (known.tidak_berkampanye, "tidak_berkampanye"),
        (known.cuti_mulai.isnull() & known.cuti_lengkap, "tidak_cuti"),
        (known.cuti_mulai.isnull(), "tidak_dapat_dinilai"),
        (known.celah.notnull(), "cuti_tidak_mencakup"),
        (known.cuti_terbuka, "tidak_dapat_dinilai"),
        else_="cuti_mencakup",
    )


def _tenures(facts: Facts, as_of: Value) -> Table:
    """Give the definitive tenures of heads and deputies with the stage of their election."""
    offices = facts.jabatan.filter(_.jenis.isin(_OFFICES)).select(
        "jabatan_id", jabatan_jenis="jenis"
    )
    calendar = facts.judged("pilkada-kalender").select(
        "pilkada",
        "penetapan",
        "kampanye_mulai",
        "kampanye_sebelum",
        pemda_id="subject_id",
        tahap="outcome",
        tahap_kurang="missing",
        keyakinan="confidence",
    )
    held = facts.pemangku.filter(_.capacity == "definitif").filter(lambda t: in_force(t, as_of))
    return (
        held.select("pemangku_id", "jabatan_id", "pemda_id", "person_id")
        .join(offices, "jabatan_id")
        .join(calendar, "pemda_id")
    )


def _candidacy(facts: Facts, running: Table, as_of: Value) -> Table:
    """Tell of each tenure whether its holder runs here, elsewhere, or whether it is unknown."""
    set_by_now = facts.pencalonan.filter(_.ditetapkan_on <= as_of)
    runs = (
        running.join(set_by_now, ["person_id", "pilkada"], rname="{name}_calon")
        .group_by("pemangku_id")
        .agg(di_sini=(_.pemda_id == _.pemda_id_calon).any())
    )
    lists = facts.pencalonan_cakupan
    listed = (
        running.join(lists, "pemda_id")
        .filter(lambda t: in_force(t, t.penetapan))
        .select("pemangku_id", daftar_lengkap=True)
        .distinct()
    )
    return _join(_join(running.select("pemangku_id"), runs), listed).select(
        "pemangku_id",
        calon_di_daerah_ini=holds(_.di_sini),
        calon_di_daerah_lain=holds(~_.di_sini),
        diketahui_calon=_.di_sini.notnull() | holds(_.daftar_lengkap),
    )


def _leave(facts: Facts, running: Table) -> Table:
    """Give every campaign leave from the office held; one row of nulls where there is none."""
    leave = facts.cuti_pejabat.filter(_.kind == _CAMPAIGN_LEAVE).select(
        "person_id", "jabatan_id", "starts_on", "ends_before"
    )
    complete = facts.cuti_pejabat_cakupan.select(
        "pemda_id", dari="starts_on", sampai="ends_before"
    )
    covered = (
        running.join(complete, "pemda_id")
        .filter(_.dari <= _.kampanye_mulai, _.sampai.isnull() | (_.sampai > _.kampanye_mulai))
        .select("pemangku_id", cuti_lengkap=True)
        .distinct()
    )
    during = running.left_join(leave, ["person_id", "jabatan_id"]).mutate(
        concerns=(_.starts_on < _.kampanye_sebelum)
        & (_.ends_before.isnull() | (_.ends_before > _.kampanye_mulai))
    )
    return _join(during, covered).select(
        "pemangku_id",
        "kampanye_mulai",
        "kampanye_sebelum",
        starts_on=ibis.ifelse(_.concerns, _.starts_on, None),
        ends_before=ibis.ifelse(_.concerns, _.ends_before, None),
        cuti_lengkap=holds(_.cuti_lengkap),
    )


def _recorded_leave(leave: Table) -> Table:
    """Sum up the leave of each tenure: first day, end where all have one, complete records."""
    summed = leave.group_by("pemangku_id").agg(
        cuti_mulai=_.starts_on.min(),
        cuti_akhir=_.ends_before.max(),
        cuti_terbuka=(_.starts_on.notnull() & _.ends_before.isnull()).any(),
        cuti_lengkap=_.cuti_lengkap.any(),
    )
    return summed.mutate(cuti_sebelum=ibis.ifelse(_.cuti_terbuka, None, _.cuti_akhir)).drop(
        "cuti_akhir"
    )


def _uncovered_of_campaign(leave: Table) -> Table:
    """Find the first day of the campaign without leave. Source: UU 10/2016 Pasal 70 ayat (3)."""
    span = leave.mutate(dari=_.kampanye_mulai, sampai=_.kampanye_sebelum)
    return first_gaps(span, ("pemangku_id",)).mutate(
        diketahui_kegiatan=True, tidak_berkampanye=False
    )


def _uncovered_campaign_days(facts: Facts, running: Table, leave: Table, as_of: Value) -> Table:
    """Find the first campaign day without leave. Source: UU 8/2015 Pasal 70 ayat (3)."""
    days = facts.kegiatan_kampanye.filter(_.hari <= as_of).select("person_id", "hari")
    campaigned = running.join(days, "person_id").filter(
        _.hari >= _.kampanye_mulai, _.hari < _.kampanye_sebelum
    )
    covered = (
        campaigned.select("pemangku_id", "hari")
        .left_join(leave.select("pemangku_id", "starts_on", "ends_before"), "pemangku_id")
        .group_by("pemangku_id", "hari")
        .agg(cuti=holds(in_force(_, _.hari)).any())
    )
    uncovered = covered.group_by("pemangku_id").agg(
        celah=_.hari.min(where=~_.cuti), hari_kampanye=_.count()
    )
    complete = (
        running.join(facts.kegiatan_kampanye_cakupan, "pemda_id")
        .filter(_.starts_on <= _.kampanye_mulai, _.ends_before.isnull() | (_.ends_before > as_of))
        .select("pemangku_id", kegiatan_lengkap=True)
        .distinct()
    )
    return _join(_join(running.select("pemangku_id"), uncovered), complete).select(
        "pemangku_id",
        "celah",
        diketahui_kegiatan=_.hari_kampanye.notnull() | holds(_.kegiatan_lengkap),
        tidak_berkampanye=_.hari_kampanye.isnull(),
    )


def _join(rows: Table, more: Table) -> Table:
    return rows.left_join(more, "pemangku_id").drop("pemangku_id_right")
