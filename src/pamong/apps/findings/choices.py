"""What pages offer to choose from, the gravest first."""

from pamong.apps.findings.models import FindingFamily

FAMILIES = {
    str(family.value): family.label
    for family in (FindingFamily.MELANGGAR, FindingFamily.PERIKSA, FindingFamily.CATATAN)
}
