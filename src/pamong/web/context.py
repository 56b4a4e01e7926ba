"""What every template may use beside its own values."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext

from pamong.apps.findings.policies import can_see_findings
from pamong.apps.forums.policies import can_review_documents
from pamong.web.gate import access_to
from pamong.web.standpoint import DAY_PARAMETER, Standpoint


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """One entry of the main navigation."""

    label: str
    icon: str
    address: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class DayForm:
    """The form that turns this page to another day, and keeps the rest of its address."""

    action: str
    kept: tuple[tuple[str, str], ...]

    @property
    def today(self) -> str:
        """The address of this page today."""
        return f"{self.action}?{urlencode(self.kept)}" if self.kept else self.action


def site(request: HttpRequest) -> dict[str, object]:
    """Give the frame of the page its standpoint, its menu, and whether this is a demonstration."""
    here: Standpoint | None = getattr(request, "standpoint", None)
    return {
        "is_demonstration": getattr(request, "is_demonstration", False),
        "here": here,
        "day_form": _day_form(request),
        "menu": _menu(request, here) if here else [],
    }


def _day_form(request: HttpRequest) -> DayForm:
    kept = [(name, str(request.GET[name])) for name in request.GET if name != DAY_PARAMETER]
    return DayForm(request.path, tuple(kept))


def _menu(request: HttpRequest, here: Standpoint) -> list[MenuEntry]:
    """List the pages that the user may open, in the order of the work."""
    slug, pemda, access = here.government.slug, here.government, access_to(request)
    section = request.resolver_match.app_name if request.resolver_match else ""
    reviews, sees = can_review_documents(access, pemda), can_see_findings(access, pemda)
    entries = (
        ("beranda", gettext("Beranda"), "home", here.address("beranda:government", slug), True),
        ("dokumen", gettext("Dokumen"), "file-text", here.address("dokumen:list"), reviews),
        ("forum", gettext("Forum"), "speakerphone", here.address("forum:list", slug), True),
        ("arahan", gettext("Arahan"), "clipboard-list", here.address("arahan:list", slug), True),
        ("pejabat", gettext("Pejabat"), "users", here.address("pejabat:list", slug), True),
        ("temuan", gettext("Temuan"), "gavel", here.address("temuan:list", slug), sees),
    )
    return [
        MenuEntry(label, icon, address, section == app)
        for app, label, icon, address, allowed in entries
        if allowed
    ]
