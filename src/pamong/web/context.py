"""What every template may use beside its own values."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext

from pamong.apps.accounts.policies import can_administer_accounts
from pamong.apps.accounts.record_access import can_list_pegawai
from pamong.apps.duties.policies import HAVE_AN_INBOX
from pamong.apps.duties.selectors import inbox_count
from pamong.apps.findings.policies import can_see_findings
from pamong.apps.forums.policies import can_review_documents
from pamong.web.cetak.paper import PAPER_PARAMETER, Paper
from pamong.web.gate import access_to
from pamong.web.standpoint import DAY_PARAMETER, Standpoint

INBOX = "tindak_lanjut:inbox"
UNDER = {
    "daftar": "pegawai",
    "ekspor": "pegawai",
    "fasilitas": "pejabat",
    "impor": "pegawai",
    "pelantikan": "susunan",
    "periksa": "aturan",
    "simulasi": "aturan",
}
"""Screens without an entry of their own, and the one that they are reached from."""


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """One entry of the main navigation."""

    label: str
    icon: str
    address: str
    is_here: bool
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class DayForm:
    """The form that turns this page to another day, and keeps the rest of its address."""

    action: str
    kept: tuple[tuple[str, str], ...]

    @property
    def today(self) -> str:
        """The address of this page today."""
        return f"{self.action}?{urlencode(self.kept)}" if self.kept else self.action


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """One size of paper, and the address of this page for it."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Printing:
    """How this page is printed; ``stylesheet`` is empty until a paper is chosen."""

    papers: tuple[PaperChoice, ...]
    stylesheet: str


def site(request: HttpRequest) -> dict[str, object]:
    """Give the frame of the page its standpoint, its menu, and whether this is a demonstration."""
    here: Standpoint | None = getattr(request, "standpoint", None)
    return {
        "is_demonstration": getattr(request, "is_demonstration", False),
        "here": here,
        "day_form": _day_form(request),
        "menu": _menu(request, here) if here else [],
        "printing": _printing(request, here) if here else None,
        "sees_accounts": here is not None
        and can_administer_accounts(access_to(request), here.government),
    }


def _day_form(request: HttpRequest) -> DayForm:
    return DayForm(request.path, tuple(_asked(request, without={DAY_PARAMETER})))


def _printing(request: HttpRequest, here: Standpoint) -> Printing:
    kept = _asked(request, without=set())
    papers = tuple(
        PaperChoice(
            f"{paper.name} ({paper.width} × {paper.height} mm)",
            f"{request.path}?{urlencode([*kept, (PAPER_PARAMETER, paper.key)])}",
        )
        for paper in Paper
    )
    chosen = Paper.of(request.GET.get(PAPER_PARAMETER, ""))
    return Printing(papers, here.address("cetak", chosen.key) if chosen else "")


def _asked(request: HttpRequest, *, without: set[str]) -> list[tuple[str, str]]:
    """Return what the address asks for; which paper it is printed on is no part of the page."""
    dropped = {PAPER_PARAMETER, *without}
    return [(name, str(request.GET[name])) for name in request.GET if name not in dropped]


def _menu(request: HttpRequest, here: Standpoint) -> list[MenuEntry]:
    """List the pages that the user may open, in the order of the work."""
    slug, pemda, access = here.government.slug, here.government, access_to(request)
    reviews, sees = can_review_documents(access, pemda), can_see_findings(access, pemda)
    works, lists = access.is_any(HAVE_AN_INBOX, pemda), can_list_pegawai(access, pemda)
    entries = (
        ("beranda", gettext("Beranda"), "home", here.address("beranda:government", slug), True),
        (
            "inbox",
            gettext("Kotak masuk"),
            "inbox",
            here.address("tindak_lanjut:inbox", slug),
            works,
        ),
        ("dokumen", gettext("Dokumen"), "file-text", here.address("dokumen:list"), reviews),
        ("forum", gettext("Forum"), "speakerphone", here.address("forum:list", slug), True),
        ("arahan", gettext("Arahan"), "clipboard-list", here.address("arahan:list", slug), True),
        (
            "tindak_lanjut",
            gettext("Tindak lanjut"),
            "list-check",
            here.address("tindak_lanjut:list", slug),
            True,
        ),
        ("pejabat", gettext("Pejabat"), "users", here.address("pejabat:list", slug), True),
        ("pegawai", gettext("Pegawai"), "user", here.address("pegawai:list", slug), lists),
        ("susunan", gettext("Susunan"), "hierarchy", here.address("susunan:list", slug), True),
        ("temuan", gettext("Temuan"), "gavel", here.address("temuan:list", slug), sees),
        ("aturan", gettext("Aturan"), "scale", here.address("aturan:list"), True),
    )
    waiting = inbox_count(pemda, day=here.day, access=access) if works else 0
    section = _section(request)
    return [
        MenuEntry(label, icon, address, section == app, waiting if app == "inbox" else 0)
        for app, label, icon, address, allowed in entries
        if allowed
    ]


def _section(request: HttpRequest) -> str:
    """Return which entry the page belongs to; the inbox is one of its own."""
    match = request.resolver_match
    if match is None:
        return ""
    return "inbox" if match.view_name == INBOX else UNDER.get(match.app_name, match.app_name)
