"""Ten more styles, written after ``main_text`` was finished and not looked at while it changed."""

from tests.reader.sources.sites import COMMENTS, LATER, MENU, OTHERS, TEASER, Article, links, whole


def opd_laravel(a: Article) -> str:
    return whole(
        a,
        f"<div id=preloader>Memuat</div><header><div class=topbar>Senin - Jumat 07.30 - 16.00"
        f"</div>"
        f"<ul>{links(MENU)}</ul></header><section class=page-title><h1>Detail Berita</h1>"
        f"</section>"
        f"<section class=blog><div class=container><div class=row><div class=col-lg-8>"
        f"<article class='entry entry-single'><h2 class=entry-title>{a.title}</h2><div class="
        f"entry-meta><ul><li>Humas</li><li>12 Agustus 2024</li></ul></div>"
        f"<div class=entry-content>"
        f"{a.p}</div></article></div><div class=col-lg-4><div class=sidebar><h3>Kategori</h3>"
        f"{links(['Umum (3)', 'Kegiatan (9)'])}<h3>Terbaru</h3>"
        + "".join(f"<div class=post-item><h4>{o}</h4><time>Agu 1</time></div>" for o in OTHERS)
        + f"</div></div></div></div></section><footer><p>{LATER}</p></footer>",
    )


def frames_of_spans(a: Article) -> str:
    body = "".join(f"<span class=par>{each}</span><br>" for each in a.paragraphs)
    return whole(
        a,
        f"<div class=atas>{' '.join(f'<a>{m}</a>' for m in MENU)}</div><div class=tengah>"
        f"<span class=judul>{a.title}</span><br>{body}</div><div class=samping>"
        + "".join(f"<a href=#>{o}</a><br>" for o in OTHERS)
        + f"</div><div class=bawah>{LATER}</div>",
    )


def magazine(a: Article) -> str:
    first, *rest = a.paragraphs
    return whole(
        a,
        f"<nav>{links(MENU)}</nav><div class=hero><h1>{a.title}</h1><p class=deck>{TEASER}</p>"
        f"</div>"
        f"<div class=story><p class=lead><b>{first}</b></p>"
        + "".join(f"<p>{r}</p>" for r in rest)
        + "<blockquote class=pull>Ikuti saluran kami untuk kabar terbaru.</blockquote></div>"
        + "<div class=grid>"
        + "".join(
            f"<div class=tile><a href=#><h3>{o}</h3></a><p>{TEASER}</p></div>" for o in OTHERS
        )
        + f"</div><footer>{LATER}</footer>",
    )


def list_below(a: Article) -> str:
    """The full articles of other days follow on the same page."""
    others = "".join(
        f"<div class=berita><h3><a href=#>{o}</a></h3><p>{TEASER}</p><p><a href=#>Selengkapnya</a>"
        "</p></div>"
        for o in OTHERS
    )
    return whole(
        a,
        f"<div id=wrap><ul id=nav>{links(MENU)}</ul><div class=utama><h1>{a.title}</h1>{a.p}</div>"
        f"{others}</div><div id=foot>{LATER}</div>",
    )


def mobile(a: Article) -> str:
    return whole(
        a,
        f"<div class=hamburger>{links(MENU)}</div><h1>{a.title}</h1><p><small>Oleh Redaksi</small>"
        f"</p>{a.p}<p><b>Lihat juga:</b></p><ul>{links(OTHERS)}</ul><p><small>{LATER}</small></p>",
    )


def table_article(a: Article) -> str:
    rows = "".join(f"<tr><td>{each}</td></tr>" for each in a.paragraphs)
    return whole(
        a,
        f"<table class=menu-kiri><tr><td>{links(MENU)}</td></tr></table><table class=isi><tr><td>"
        f"<b>{a.title}</b></td></tr>{rows}</table><table><tr><td>{links(OTHERS)}</td></tr>"
        f"<tr><td>{LATER}</td></tr></table>",
    )


def shadow_comments(a: Article) -> str:
    said = "".join(f"<li class=tanggapan><b>Warga</b>: {c}</li>" for c in COMMENTS * 3)
    return whole(
        a,
        f"<div class=h>{links(MENU)}</div><div class=konten><h1>{a.title}</h1><div class=isi>{a.p}"
        f"</div></div><h2>Tanggapan Warga</h2><ol class=daftar-tanggapan>{said}</ol>"
        f"<div>{LATER}</div>",
    )


def gallery(a: Article) -> str:
    pictures = "".join(
        f"<figure><img src={n}.jpg><figcaption>Suasana kegiatan {n}</figcaption></figure>"
        for n in range(4)
    )
    return whole(
        a,
        f"<header><nav>{links(MENU)}</nav></header><main><div class=wp-block-group>"
        f"<h1>{a.title}</h1>"
        f"<div class=wp-block-post-content>{a.p}<div class=wp-block-gallery>{pictures}</div></div>"
        f"</div><div class=wp-block-query><h2>Artikel lain</h2><ul>"
        + "".join(
            f"<li class=wp-block-post><h3><a>{o}</a></h3><p>{TEASER}</p></li>" for o in OTHERS
        )
        + f"</ul></div></main><footer>{LATER}</footer>",
    )


def no_structure(a: Article) -> str:
    return (
        f"<html><body><font size=5>{a.title}</font><br>{a.br}<br>"
        + "<br>".join(f"<a href=#>{o}</a>" for o in OTHERS)
        + f"<hr>{LATER}</body></html>"
    )


def announcement_bar(a: Article) -> str:
    return whole(
        a,
        f"<div class=running>{TEASER} {TEASER}</div><div class=kepala>{links(MENU)}</div>"
        f"<div class=grid><div class=kolom-1><h2>{a.title}</h2><div><div>{a.div}</div></div></div>"
        f"<div class=kolom-2><h4>Agenda</h4><p>{TEASER}</p><h4>Tautan</h4>{links(OTHERS)}</div>"
        f"</div>"
        f"<div class=akhir>{LATER}</div>",
    )


STYLES = {
    style.__name__: style
    for style in (
        opd_laravel, frames_of_spans, magazine, list_below, mobile, table_article, shadow_comments,
        gallery, no_structure, announcement_bar,
    )
}  # fmt: skip
