"""The people of one text: who is introduced by which office, and every later mention of them.

People come back by a part of their name ("Contoh"), by their office ("Gubernur", "Pjs. Bupati"),
by a short form that the text gave them ("A3") or by a role of the day ("inspektur upacara").
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from pamong.reader.draft import Span
from pamong.reader.introducing import handed_to, handovers, listed, pairs
from pamong.reader.names import NameRun, name_words
from pamong.reader.naming import Naming
from pamong.reader.nicknames import Nickname, find_nicknames
from pamong.reader.office_mentions import OfficeMention
from pamong.reader.page import Page
from pamong.reader.person import Mention, Person, begun_by, is_cut_from, likeliest
from pamong.reader.regions import Gazetteer
from pamong.reader.roles import role_mentions


class Cast:
    """All people of a page and their mentions, in the order of the text."""

    def __init__(self, page: Page, offices: Sequence[OfficeMention], gazetteer: Gazetteer) -> None:
        """Take the offices of the page, those of many holders among them."""
        self.people: list[Person] = []
        self.handed_over: list[Person] = []
        self._page = page
        self._tokens = page.tokens
        self._offices = [office for office in offices if not office.is_of_many]
        self._groups = [office for office in offices if office.is_of_many]
        self._gazetteer = gazetteer
        self._naming = Naming(page, offices, gazetteer)
        self._runs, self._run_at = self._naming.runs, self._naming.run_at
        self._name_of: dict[int, NameRun] = {}
        self._apart: set[int] = set()  # first tokens of offices whose names stand apart
        self._introduce_by_office()
        self._introduce_by_handover()
        self._introduce_by_list()
        self._introduce_acting()
        self._introduce_nicknames()
        self._introduce_bare_names()
        self._settle_mentions()

    def mentions_in(self, span: Span) -> tuple[Mention, ...]:
        """Return the mentions that lie inside a span."""
        first = bisect_left(self._starts, span[0])
        behind = bisect_left(self._starts, span[1])
        return tuple(m for m in self.mentions[first:behind] if m.span[1] <= span[1])

    def meet(self, known: Callable[[OfficeMention], str | None]) -> None:
        """Let the registry name who holds an office that the text leaves without a name."""
        for office in self._offices:
            is_told = office.first in self._name_of or self.holder_of(office) is not None
            if is_told or office.is_bare or self._page.in_headline(office.span[0]):
                continue
            if name := known(office):
                met = next((p for p in self.people if p.key == name_words(name)), None)
                if met is None:
                    met = Person(name, name_words(name), from_registry=True)
                    self.people.append(met)
                met.holdings.append(office)
                met.name_spans.append(office.span)
        self._settle_mentions()

    def call_by_full_names(self, full_name: Callable[[Person], str | None]) -> None:
        """Let the registry give the whole name of whom the text calls by a part of it."""
        for person in self.people:
            full = full_name(person)
            if full is not None and full != person.name:
                person.written, person.name = person.name, full

    def _settle_mentions(self) -> None:
        self.mentions = tuple(sorted(self._all_mentions()))
        self._starts = [mention.span[0] for mention in self.mentions]

    def holder_of(self, office: OfficeMention) -> Person | None:
        """Return the person who alone can be meant by an office mention."""
        holders = [person for person in self.people if person.holds(office)]
        same_capacity = [p for p in holders if office.acting in {None, *p.capacities}]
        chosen = same_capacity if len(same_capacity) == 1 else holders
        return chosen[0] if len(chosen) == 1 else None

    def called(self, key: frozenset[str]) -> Person | None:
        """Return the person who alone can be meant by the words of a name."""
        exact = [person for person in self.people if person.key == key]
        fitting = exact or [person for person in self.people if person.may_be_called(key)]
        return likeliest(fitting, key) or (None if fitting else begun_by(self.people, key))

    def _introduce_by_office(self) -> None:
        both = set(self._introduce_pairs())
        for office in self._offices:
            if self._page.in_headline(office.span[0]) or office.first in both:
                continue
            run = self._naming.tied(office) or self._naming.behind(office)
            run = run or self._naming.before(office, self._name_of.values())
            if run is not None:
                self._name_of[office.first] = run
                self._introduce(run, office)
        self._introduce_both()
        self._merge_short_names()

    def _introduce_pairs(self) -> Iterator[int]:
        """Introduce the two of "Bupati dan Wakil Bupati X, A dan B"; yield their offices."""
        for first, second in pairs(self._tokens, self._offices):
            yield from (first.first, second.first)
            if self._page.in_headline(first.span[0]):
                continue
            for office, run in zip((first, second), self._naming.two_behind(second), strict=False):
                self._name_of[office.first] = run
                self._apart.add(office.first)
                self._introduce(run, replace(office, regions=second.regions))

    def _introduce_both(self) -> None:
        """Read "Ketua X yang juga Wakil Bupati Y, A": A holds both, the second one besides."""
        by_end = {office.after: office for office in self._offices}
        for office in self._offices:
            run, place = self._name_of.get(office.first), self._naming.besides(office)
            if run is None or place is None:
                continue
            person = self._introduce(run, None)
            person.besides.add(office.first)
            if (first := by_end.get(place)) and first.first not in self._name_of:
                person.holdings.append(first)

    def _introduce_by_handover(self) -> None:
        """Read "Penjabat Bupati X dari A kepada B": both stand for the office."""
        for run, office in handovers(self._tokens, self._offices, self._run_at):
            self.handed_over.append(self._introduce(run, office))
        for run, office in handed_to(self._tokens, self._offices, self._name_of, self._run_at):
            self.handed_over.append(self._introduce(run, office))
        self._merge_short_names()

    def _introduce_by_list(self) -> None:
        """Read "Enam Pjs Bupati/Wali Kota …: A untuk X, B untuk Kota Y"."""
        for run, office in listed(self._tokens, self._groups, self._runs, self._gazetteer):
            self._introduce(run, office)

    def _introduce_acting(self) -> None:
        """Read "Wakil Bupati X, A, resmi bertugas sebagai Plt Bupati X": A holds both."""
        for office in self._offices:
            before = self._tokens[office.first - 1].lower if office.first else ""
            is_taken_up = before in {"sebagai", "selaku", "menjadi"}
            is_named = office.first in self._name_of or self._naming.is_earlier(office)
            if is_named or not (office.acting and is_taken_up):
                continue
            sentence = self._page.sentence_at(office.span[0])
            start = sentence.start if sentence and not sentence.is_headline else office.span[0]
            named = {
                self.called(run.key): run
                for run in self._name_of.values()
                if start <= run.span[0] < office.span[0]
            }
            if len(named) == 1 and (person := next(iter(named))):
                person.holdings.append(office)
                person.taken_up = office

    def _introduce_nicknames(self) -> None:
        for nickname in find_nicknames(self._page, self._runs):
            person = self._whose(nickname)
            if person is not None and not nickname.run.key <= person.key:
                person.nicknames.add(nickname.run.key)

    def _whose(self, nickname: Nickname) -> Person | None:
        """Return whose nickname it is: of whom the words behind it tell, else of the last one."""
        if nickname.is_before:
            behind = [o for o in self._offices if nickname.near <= o.first <= nickname.near + 1]
            if behind and (holder := self.holder_of(behind[0])):
                return holder
        if begun := begun_by(self.people, nickname.run.key):
            return begun
        place = self._tokens[nickname.run.first].start
        spans = [(s, p) for p in self.people for s in p.name_spans if s[0] < place]
        return max(spans, key=lambda pair: pair[0])[1] if spans else None

    def _introduce(self, run: NameRun, office: OfficeMention | None) -> Person:
        person = next((p for p in self.people if p.key == run.key), None)
        if person is None:
            person = Person(run.name, run.key)
            self.people.append(person)
        if len(run.name) > len(person.name):
            person.name = run.name
        person.name_spans.append(run.span)
        if office is not None:
            person.holdings.append(office)
        if nickname := self._naming.nickname_behind(run):
            person.nicknames.add(nickname)
        return person

    def _introduce_bare_names(self) -> None:
        """Introduce names without an office, where they stand beside a verb of saying."""
        for run in self._runs:
            is_new = self.called(run.key) is None and not self._page.in_headline(run.span[0])
            if is_new and self._naming.speaks(run):
                self._introduce(run, None)
        self._merge_short_names()

    def _merge_short_names(self) -> None:
        """Let somebody with a part of a longer name be that person; the longer name stays."""
        for short in sorted(self.people, key=lambda person: len(person.key)):
            longer = [p for p in self.people if p is not short and self._is_part(short, p)]
            if whole := likeliest(longer, short.key):
                whole.holdings.extend(short.holdings)
                whole.name_spans.extend(short.name_spans)
                whole.nicknames.add(short.key)
                whole.besides |= short.besides
                self.people.remove(short)

    def _is_part(self, short: Person, long: Person) -> bool:
        if long.may_be_called(short.key):
            return True
        shares_office = any(long.holds(office) for office in short.holdings)
        return shares_office and is_cut_from(short.key, long.key)

    def _all_mentions(self) -> Iterator[Mention]:
        taken: set[int] = set()
        for office in self._offices:
            run = self._name_of.get(office.first)
            person = self.called(run.key) if run else self.holder_of(office)
            if person is not None and run is None:
                person.also_called.append(office)
            first, after = office.first, office.after
            if run is not None:
                taken.add(run.first)
                first, after = min(first, run.first), max(after, run.after)
                if office.first in self._apart:
                    first, after = run.first, run.after
            span = (self._tokens[first].start, self._tokens[after - 1].end)
            yield Mention(first, after, span, person, office)
        for run in self._runs:
            if run.first not in taken and (person := self.called(run.key)):
                yield Mention(run.first, run.after, run.span, person, None)
        yield from role_mentions(self._page, self._person_from, self._person_until)

    def _person_from(self, place: int) -> Person | None:
        office = next((o for o in self._offices if o.first in {place, place + 1}), None)
        run = self._name_of.get(office.first) if office else self._run_at.get(place)
        if run is None and office is not None:
            return self.holder_of(office)
        return self.called(run.key) if run else None

    def _person_until(self, place: int) -> Person | None:
        sentence = self._page.sentence_at(self._tokens[place].start)
        start = sentence.start if sentence else 0
        before = [o for o in self._offices if start <= o.span[0] and o.after <= place]
        return self.holder_of(before[-1]) if before else None
