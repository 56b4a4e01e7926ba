"""``pamong law``: the rules, the facts that they read, and what they say of facts from files."""

from pamong.cli.law import auditing, changing, checking, judging, listing, simulating
from pamong.cli.words import App

app = App(help="Aturan hukum: daftarnya, isinya, fakta yang dibacanya, dan penilaiannya.")
app.command("list")(listing.list_rules)
app.command("show")(listing.show)
app.command("facts")(listing.facts)
app.command("judge")(judging.judge)
app.command("why")(judging.why)
app.command("diff")(changing.diff)
app.command("simulate")(simulating.simulate)
app.command("check")(checking.check)
app.command("audit")(auditing.audit)

__all__ = ["app"]
