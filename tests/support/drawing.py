"""Reads a drawing that we made ourselves: its elements with their words."""

from dataclasses import dataclass, field
from xml.parsers import expat


@dataclass
class Element:
    """One element of a drawing."""

    name: str
    attributes: dict[str, str]
    words: str = ""


@dataclass
class Drawing:
    """The elements in the order in which they begin; a drawing that is no XML is refused."""

    elements: list[Element] = field(default_factory=list)

    @classmethod
    def read(cls, text):
        drawing = cls()
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = lambda name, told: drawing.elements.append(
            Element(name, told)
        )
        parser.CharacterDataHandler = drawing.add_words
        parser.Parse(text, True)
        return drawing

    def add_words(self, words):
        self.elements[-1].words += words

    def named(self, name, look=None):
        return [
            each
            for each in self.elements
            if each.name == name and look in {None, each.attributes.get("class")}
        ]
