"""The table of roles for people says what the test of roles opens."""

from itertools import groupby

from tests.docs.markdown import ROOT
from tests.web.test_roles import MAY

from pamong.apps.accounts.models import Role
from pamong.apps.accounts.seeing import OVER_A_PART, SEES
from pamong.apps.kepegawaian.field_classes import FieldClass

PAGE = (ROOT / "docs" / "reference" / "roles.md").read_text(encoding="utf-8")


def table() -> str:
    """Return the table as it must stand on the page, pages of the same roles in one row."""

    def who(page: str) -> tuple[bool, ...]:
        return tuple(page in MAY[role] for role in Role)

    pages = sorted(set().union(*MAY.values()), key=lambda page: (-sum(who(page)), who(page), page))
    rows = [
        [", ".join(f"`{page}`" for page in group), *("yes" if may else "–" for may in opens)]
        for opens, group in groupby(pages, key=who)
    ]
    lines = [["page", *Role], ["---"] * (len(Role) + 1), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def test_the_table_of_roles_gives_each_role_what_it_may_open():
    assert table() in PAGE, f"Put this table into docs/reference/roles.md:\n\n{table()}"


def test_every_role_is_explained():
    for role in Role:
        assert f"| {role.label} | `{role}` |" in PAGE


def classes() -> str:
    """Return the table of the classes of fields that each role sees."""

    def scope(role: Role) -> str:
        if not SEES[role]:
            return "nobody"
        return "its OPD, its unit, or below what one heads" if role in OVER_A_PART else "all"

    rows = [
        [f"`{role}`", scope(role), *("yes" if one in SEES[role] else "–" for one in FieldClass)]
        for role in Role
    ]
    lines = [["role", "of whom", *FieldClass], ["---"] * (len(FieldClass) + 2), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def test_the_table_of_classes_is_the_one_that_the_program_asks():
    assert classes() in PAGE, f"Put this table into docs/reference/roles.md:\n\n{classes()}"


def test_every_class_of_fields_is_explained():
    for one in FieldClass:
        assert f"| `{one}` | " in PAGE
