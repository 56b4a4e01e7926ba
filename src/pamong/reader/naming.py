"""Which names stand beside an office, and which beside a verb of saying."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from pamong.reader.knowledge import table, words
from pamong.reader.names import NameRun, begins_with_title, is_small_name, name_at
from pamong.reader.office_mentions import OfficeMention
from pamong.reader.page import Page
from pamong.reader.regions import Gazetteer
from pamong.reader.unnamed import opens_with_many

# Behind an office that changes hands: "Pj Wali Kota X yang lama, A".
_OLD_AND_NEW = (["yang", "lama"], ["yang", "baru"], ["lama"], ["baru"])
_SIGNED = frozenset({"ttd", ".", "tertanda", "(", ","})


class Naming:
    """The runs of a page that can be names, and how they are tied to offices."""

    def __init__(self, page: Page, offices: Sequence[OfficeMention], gazetteer: Gazetteer) -> None:
        self._page = page
        self._tokens = page.tokens
        self.runs = tuple(_name_runs(page, offices, gazetteer))
        self._placed = {office.head.name for office in offices if office.unit}
        self.run_at = {run.first: run for run in self.runs}
        self._ending_at = {run.after: run for run in self.runs}

    def behind(self, office: OfficeMention) -> NameRun | None:
        """Return the name behind an office, perhaps behind a comma, in brackets, or as signed."""
        place = office.after
        if place < len(self._tokens) and self._tokens[place].text == ",":
            place += 1
        place = self._behind_old_or_new(place)
        while (
            place < len(self._tokens)
            and place not in self.run_at
            and self._tokens[place].lower in _appositions()
        ):
            place += 1
            if self._tokens[place - 1].text != "," and self._tokens[place].text == ",":
                place += 1
        if self._page.lower[office.span[1] : self._start(place)].count("\n"):
            return self._signed(place)
        run = self.run_at.get(place) or self._name_in_brackets(place)
        if run is not None and place == office.after and self._may_hold_place(office, run):
            return None
        if run is not None and place > office.after and self._is_of_words(office, run):
            return None
        return run and self._with_small_last_word(run)

    def _behind_old_or_new(self, place: int) -> int:
        """Return the token behind "yang lama," or "baru" of an office that changes hands."""
        for count in (2, 1):
            if [token.lower for token in self._tokens[place : place + count]] in _OLD_AND_NEW:
                behind = self._tokens[place + count : place + count + 1]
                return place + count + bool(behind and behind[0].text == ",")
        return place

    def _may_hold_place(self, office: OfficeMention, run: NameRun) -> bool:
        """Tell whether the name of a place may open the run: "Camat Contoh Rekaan", "RSUD Contoh".

        Not where the text has the place elsewhere, or a title parts the two.
        """
        if run.has_titles and run.span[0] > self._start(office.after):
            return False
        if office.head.of == "place":
            if len(run.key) == 1:
                return not office.unit and not self._is_named_elsewhere(run)
            return not office.unit and office.head.name not in self._placed
        last = office.key[1].rsplit(" ", 1)[-1]
        return last in table("offices")["around"]["named_units"] and not office.regions

    def _is_of_words(self, office: OfficeMention, run: NameRun) -> bool:
        """Tell "Membacakan sambutan Bupati, Rekaan …": the reader's name, not the Bupati's."""
        before = self._tokens[office.first - 1].lower if office.first else ""
        is_short = len(run.key) == 1 and any(run.key < other.key for other in self.runs)
        return is_short and before in words("behalf", "speeches")

    def _is_named_elsewhere(self, run: NameRun) -> bool:
        """Tell whether one word is a name for sure: a part of a longer one, or "kata Rekaan"."""
        return any(
            other is not run
            and run.key <= other.key
            and (len(other.key) > 1 or self.speaks(other))
            for other in self.runs
        )

    def two_behind(self, office: OfficeMention) -> tuple[NameRun, ...]:
        """Return the two names behind an office: "…, A dan B"; none where it is but one."""
        place = office.after
        if place < len(self._tokens) and self._tokens[place].text in {",", "("}:
            place += 1
        first = self.run_at.get(place)
        joint = self._tokens[first.after : first.after + 1] if first else ()
        is_joined = bool(joint) and joint[0].lower in {"dan", "-", "&", "serta"}
        second = self.run_at.get(first.after + 1) if first and is_joined else None
        return (first, second) if first and second else ()

    def _start(self, place: int) -> int:
        return self._tokens[place].start if place < len(self._tokens) else len(self._page.body)

    def _signed(self, place: int) -> NameRun | None:
        """Return the name that stands alone on a line below an office, as a signature does."""
        while place < len(self._tokens) and self._tokens[place].lower in _SIGNED:
            place += 1
        run = self.run_at.get(place)
        if run is None or not (run.has_titles or len(run.key) > 1):
            return None
        start, end = self._start(run.first), run.span[1]
        rest = self._page.body[end:].split("\n", 1)[0]
        before = self._page.body[:start].rsplit("\n", 1)[-1]
        return run if not before.strip() and not rest.strip(" .") else None

    def _name_in_brackets(self, place: int) -> NameRun | None:
        """Return the name of "Sekretaris Daerah (Drs. Rekaan Contoh)"."""
        is_open = place < len(self._tokens) and self._tokens[place].text == "("
        run = self.run_at.get(place + 1) if is_open else None
        if run is None or run.after >= len(self._tokens) or self._tokens[run.after].text != ")":
            return None
        return run if run.has_titles or len(run.key) > 1 else None

    def _with_small_last_word(self, run: NameRun) -> NameRun:
        """Add a last word that the page wrote small: "Contoh rekaan buka rapat"."""
        following = self._tokens[run.after : run.after + 2]
        if len(run.key) > 1 or len(following) < 2 or not is_small_name(*following):
            return run
        name = f"{run.name} {following[0].text.capitalize()}"
        span = (run.span[0], following[0].end)
        return replace(run, name=name, after=run.after + 1, span=span)

    def tied(self, office: OfficeMention) -> NameRun | None:
        """Return the name that "selaku" or "sebagai" ties to the office behind it."""
        before = self._tokens[max(0, office.first - 4) : office.first]
        links: list[str] = table("offices")["around"]["links"]
        if self.is_earlier(office):
            return None
        for count in (4, 3, 2, 1):
            if " ".join(token.lower for token in before[-count:]) in links:
                return self._ending_at.get(office.first - count) or self._ending_at.get(
                    office.first - count - 1
                )
        return None

    def besides(self, office: OfficeMention) -> int | None:
        """Return the token behind what an office is held besides: "A yang juga B"; else none."""
        links: list[str] = table("offices")["around"]["besides"]
        for count in (5, 4, 3, 2, 1):
            before = self._tokens[max(0, office.first - count) : office.first]
            if " ".join(token.lower for token in before) in links:
                return office.first - count
        return None

    def is_earlier(self, office: OfficeMention) -> bool:
        """Tell an office held at another time: "sebelumnya menjabat", "sempat menjadi"."""
        near = {token.lower for token in self._tokens[max(0, office.first - 3) : office.first]}
        return not near.isdisjoint(table("offices")["around"]["earlier"])

    def before(self, office: OfficeMention, taken: Collection[NameRun]) -> NameRun | None:
        """Return the name that a comma or a bracket ties to the office behind it."""
        before = self._tokens[max(0, office.first - 1) : office.first]
        is_comma = bool(before) and before[-1].text in {",", "("}
        run = self._ending_at.get(office.first - 1) if is_comma else None
        is_free = run is not None and run not in taken
        return run if run and is_free and (run.has_titles or len(run.key) > 1) else None

    def nickname_behind(self, run: NameRun) -> frozenset[str] | None:
        """Return the words in brackets, or behind "atau": "Rekaan Contoh Pertama (Kak Contoh)"."""
        following = self._tokens[run.after : run.after + 1]
        if following and following[0].lower in {"atau", "alias"}:
            other = self.run_at.get(run.after + 1)
            return other.key if other else None
        if run.after >= len(self._tokens) or self._tokens[run.after].text != "(":
            return None
        inner = self.run_at.get(run.after + 1) or name_at(self._tokens, run.after + 1)
        closes = inner and inner.after < len(self._tokens) and self._tokens[inner.after].text
        return inner.key if inner and closes == ")" else None

    def _has_age(self, run: NameRun) -> bool:
        """Tell a person by the age in brackets behind the name: "Rekaan (54)"."""
        inner = [token.lower for token in self._tokens[run.after : run.after + 4]]
        if inner[:1] != ["("] or len(inner) < 3 or not _is_age(inner[1]):
            return False
        return inner[2] == ")" or inner[2:4] == ["tahun", ")"] or inner[2:4] == ["th", ")"]

    def speaks(self, run: NameRun) -> bool:
        """Tell whether "kata" stands before the name, or a verb of saying behind a full one.

        One word in front of a verb is as likely a body that no list knows.
        """
        before = self._tokens[run.first - 1].lower if run.first else ""
        if before in words("saying", "after_quotation") or self._has_age(run):
            return True
        behind = self._tokens[run.after : run.after + 2]
        near = behind if behind and behind[0].text.islower() else behind[:1]
        if behind and behind[0].text == "," and before == ",":
            near = behind[1:]  # "Perwakilan guru, Rekaan Contoh, menuturkan …"
        says = any(token.lower in words("saying", "active") for token in near)
        is_set_off = near is not behind and before == "," and behind[:1] and behind[0].text == ","
        is_one_of_many = bool(is_set_off) and self._opens_with_many(run)
        return says and (run.has_titles or len(run.key) > 1 or is_one_of_many)

    def _opens_with_many(self, run: NameRun) -> bool:
        """Tell "Salah satu penerima, Rekaan, mengaku …": the name of one of many."""
        sentence = self._page.sentence_at(run.span[0])
        return sentence is not None and opens_with_many(self._page.lower[slice(*sentence.span)])


def _is_age(text: str) -> bool:
    return text.isdigit() and len(text) == 2


def _name_runs(
    page: Page, offices: Sequence[OfficeMention], gazetteer: Gazetteer
) -> Iterator[NameRun]:
    """Yield the longest runs that can be names, outside offices and named governments."""
    tokens = page.tokens
    inside = {place for office in offices for place in range(office.first, office.after)}
    place = 0
    while place < len(tokens):
        can_begin = tokens[place].is_capitalised or begins_with_title(tokens, place)
        if place in inside or not can_begin:
            place += 1
            continue
        run = name_at(tokens, place)
        if run is None:
            place += 1
        elif _is_region(gazetteer, run):
            place = max(run.after, place + 1)
        else:
            yield run
            place = run.after


def _is_region(gazetteer: Gazetteer, run: NameRun) -> bool:
    mention = gazetteer.at(run.first)
    return mention is not None and mention.after >= run.after


def _appositions() -> frozenset[str]:
    return frozenset(table("offices")["around"]["appositions"])
