"""What every template may use beside its own values."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext

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
    slug = here.government.slug
    section = request.resolver_match.app_name if request.resolver_match else ""
    return [
        MenuEntry(label, icon, address, section == app)
        for app, label, icon, address in (
            ("beranda", gettext("Beranda"), "home", here.address("beranda:government", slug)),
            ("dokumen", gettext("Dokumen"), "file-text", here.address("dokumen:list")),
            ("pejabat", gettext("Pejabat"), "users", here.address("pejabat:list", slug)),
            ("temuan", gettext("Temuan"), "gavel", here.address("temuan:list", slug)),
            ("aturan", gettext("Aturan"), "scale", here.address("aturan:list")),
        )
    ]
