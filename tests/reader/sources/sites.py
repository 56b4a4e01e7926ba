"""Pages of invented sites: the same article in the ways in which sites of many kinds build theirs.

Each style is a function from an article to a whole page. What stands around the article, sites
have in common: menus, lists of other news, comments, counters, addresses. None of it is an
article's; ``Article.lines`` are the lines that must come out.
"""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

OTHERS = [
    "Jadwal Layanan Keliling Pekan Ini di Lima Kelurahan Sudah Terbit",
    "Warga Diminta Waspada Hujan Lebat Disertai Angin Sampai Akhir Bulan",
    "Pendaftaran Lomba Cerdas Cermat Tingkat Kabupaten Kembali Dibuka",
    "Harga Cabai di Pasar Induk Turun, Pedagang Berharap Stabil",
    "Bupati Tinjau Jembatan Rusak di Kecamatan Hulu Sungai",
]
MENU = ["Beranda", "Profil", "Visi dan Misi", "Struktur Organisasi", "Berita", "PPID", "Kontak"]
COMMENTS = [
    "Semoga betul dilaksanakan pak, kami di desa menunggu perbaikan jalan sejak tiga tahun lalu.",
    "Mantap. Kalau bisa jadwalnya juga diumumkan di kantor kecamatan supaya kami semua tahu.",
]
LATER = (
    "Kantor: Jalan Merdeka Nomor 1, Bandar Contoh. Telepon (0000) 123456. Hak cipta dilindungi."
)
TEASER = (
    "Peserta diminta membawa kartu identitas dan datang setengah jam sebelum acara dimulai, "
    "menurut panitia yang ditemui di kantornya."
)


@dataclass(frozen=True)
class Article:
    title: str
    paragraphs: list[str]

    @property
    def lines(self) -> list[str]:
        return self.paragraphs

    @property
    def p(self) -> str:
        return "".join(f"<p>{escape(each, quote=False)}</p>\n" for each in self.paragraphs)

    @property
    def br(self) -> str:
        return "<br><br>\n".join(escape(each, quote=False) for each in self.paragraphs)

    @property
    def div(self) -> str:
        return "".join(f"<div>{escape(each, quote=False)}</div>\n" for each in self.paragraphs)


def links(texts: list[str]) -> str:
    return "".join(f'<li><a href="/x">{text}</a></li>' for text in texts)


def whole(article: Article, body: str, *, head: str = "", site: str = "Portal Contoh") -> str:
    return (
        f"<!DOCTYPE html><html lang=id><head><meta charset=utf-8><title>{article.title} - {site}"
        f"</title>{head}</head><body>{body}</body></html>"
    )


def wordpress(a: Article) -> str:
    return whole(
        a,
        f"<header id=masthead><nav><ul>{links(MENU)}</ul></nav></header><div id=content>"
        f"<main><article class='post type-post'><header class=entry-header><h1 class=entry-title>"
        f"{a.title}</h1><div class=entry-meta><span>12 Agustus 2024</span> <span>oleh admin</span>"
        f"</div></header><div class=entry-content>{a.p}"
        "<div class='sharedaddy sd-sharing-enabled'><h3>Bagikan ini:</h3><ul><li>Facebook</li>"
        "<li>X</li></ul></div><div id=jp-relatedposts class=jp-relatedposts><h3>Terkait</h3>"
        f"<ul>{links(OTHERS[:3])}</ul></div></div><footer class=entry-footer>Kategori: Berita"
        f"</footer></article><div id=comments class=comments-area><h2>2 tanggapan</h2><ol>"
        f"<li>{COMMENTS[0]}</li><li>{COMMENTS[1]}</li></ol></div></main></div>"
        f"<aside class=widget-area><h2>Pos-pos Terbaru</h2><ul>{links(OTHERS)}</ul></aside>"
        f"<footer>{LATER}</footer>",
    )


def newspaper_theme(a: Article) -> str:
    first, *rest = a.paragraphs
    return whole(
        a,
        f"<div class=td-header-menu><ul>{links(MENU)}</ul></div><article class=post>"
        f"<div class=td-post-header><h1 class=entry-title>{a.title}</h1>"
        "<div class=td-module-meta-info><span class=td-post-date>12/08/2024</span>"
        "<div class=td-post-views>318</div></div></div>"
        f"<div class='td-post-content tagdiv-type'><p>{first}</p>"
        f"<div class=td-a-rec><span>- Advertisement -</span></div>"
        f"<div class=inline-related><strong>BACA JUGA:</strong> <a href=/y>{OTHERS[0]}</a></div>"
        + "".join(f"<p>{each}</p>" for each in rest)
        + "</div><footer><div class=td-post-source-tags><span>TAGS</span><ul>"
        f"{links(['asn', 'pemkab'])}</ul></div><div class=td-block-row>"
        f"<div class=td-related-title>ARTIKEL TERKAIT</div>{links(OTHERS)}</div></footer>"
        f"</article>"
        f"<div class=td-ss-main-sidebar><div>TERPOPULER</div>{links(OTHERS)}</div>"
        f"<div class=td-footer-wrapper>{LATER}</div>",
    )


def old_tables(a: Article) -> str:
    return whole(
        a,
        "<table width=980 align=center><tr><td colspan=3><marquee>Selamat datang di situs resmi "
        "kami, melayani dengan sepenuh hati</marquee></td></tr><tr><td width=180 valign=top>"
        f"<table><tr><td><b>MENU UTAMA</b></td></tr><tr><td><ul>{links(MENU)}</ul></td></tr>"
        "</table></td><td valign=top>"
        f"<font size=4><b>{a.title}</b></font><br><font size=1>Senin, 12 Agustus 2024 | dibaca 87 "
        f"kali</font><br><br>{a.br}<br><br><a href=/cetak>Cetak</a> <a href=/kirim>Kirim</a></td>"
        f"<td width=200 valign=top><b>BERITA LAIN</b><ul>{links(OTHERS)}</ul><b>POLLING</b><br>"
        "Bagaimana pendapat Anda tentang situs ini?<br>Baik<br>Cukup<br>Kurang</td></tr>"
        f"<tr><td colspan=3 align=center><font size=1>{LATER}</font></td></tr></table>",
    )


def joomla(a: Article) -> str:
    return whole(
        a,
        f"<div class=navbar><ul class=nav>{links(MENU)}</ul></div><div class=row>"
        "<div class=span9><div class=item-page><div class=page-header><h2 itemprop=name>"
        f"{a.title}</h2></div><dl class='article-info muted'><dt>Detail</dt><dd>Ditulis oleh "
        f"Administrator</dd><dd>Dilihat: 411</dd></dl><div itemprop=articleBody>{a.p}</div>"
        "<ul class='pager pagenav'><li><a href=/s>Sebelumnya</a></li><li><a href=/l>Selanjutnya"
        f"</a></li></ul></div></div><div class=span3><h3>Artikel Populer</h3>{links(OTHERS)}"
        f"</div></div><div class=footer>{LATER}</div>",
    )


def bootstrap_office(a: Article) -> str:
    return whole(
        a,
        f"<div class='navbar navbar-expand'><ul>{links(MENU)}</ul></div><section class=container>"
        f"<div class=row><div class=col-md-8><div class=blog-details><h3>{a.title}</h3>"
        "<ul class=blog-info><li>Admin</li><li>12 Agu 2024</li><li>104 kali dilihat</li></ul>"
        f"<img src=/f.jpg alt=foto><div class=isi>{a.p}</div>"
        "<div class=share><span>Bagikan:</span> <a>Facebook</a> <a>WhatsApp</a></div></div></div>"
        f"<div class=col-md-4><div class=widget><h4>Berita Terpopuler</h4>{links(OTHERS)}</div>"
        f"<div class=widget><h4>Pengumuman</h4><p>{TEASER}</p></div></div></div></section>"
        f"<div class=footer-area><div class=container><p>{LATER}</p></div></div>",
    )


def wire(a: Article) -> str:
    card = "".join(
        f"<article class=simple-post><h3><a href=/z>{each}</a></h3><p class=simple-share>5 jam "
        "lalu</p></article>"
        for each in OTHERS
    )
    return whole(
        a,
        f"<nav>{links(MENU)}</nav><div class=main-content><article class=post-wrapper>"
        f"<h1 class=post-title>{a.title}</h1><p class=simple-share>Senin, 12 Agustus 2024 14:05 "
        "WIB</p><figure><img src=f.jpg><figcaption>Suasana apel. (WARTA/HO)</figcaption></figure>"
        f"<div class='post-content clearfix'>{a.p}<p class='text-muted small mt10'>Pewarta: Lusi "
        "Marang<br>Editor: Doni Taruba<br>COPYRIGHT © WARTA 2024</p></div></article>"
        f"<div class=tags-widget>Tags: <a>apel</a> <a>asn</a></div><section><h4>Berita Terkait"
        f"</h4>"
        f"{card}</section></div><aside>{card}</aside><footer>{LATER}</footer>",
        site="Warta Contoh",
    )


def portal_with_ads(a: Article) -> str:
    pieces = []
    for number, each in enumerate(a.paragraphs):
        pieces.append(f"<p>{each}</p>")
        pieces.append(
            f"<div class='ads-slot ads-{number}'><small>ADVERTISEMENT</small><small>SCROLL TO "
            "CONTINUE WITH CONTENT</small></div>"
        )
        if number == 0:
            pieces.append(f"<p><strong>Baca juga: <a href=/q>{OTHERS[3]}</a></strong></p>")
    return whole(
        a,
        f"<div class=header><div class=menu>{links(MENU)}</div></div><div class=container>"
        f"<div class=breadcrumb><a>Home</a> / <a>Daerah</a></div><h1 class=read__title>{a.title}"
        "</h1><div class=read__info>Tim Redaksi - Senin, 12 Agu 2024 14:05 WIB</div>"
        f"<div class=read__content>{''.join(pieces)}</div><div class=paging>Halaman: 1 2 "
        "Selanjutnya</div><div class=latest><h2>Berita Terkini</h2>"
        + "".join(
            f"<div class=latest__item><h3>{each}</h3><p>{TEASER}</p></div>" for each in OTHERS
        )
        + f"</div></div><div class=site-footer>{LATER}</div>",
    )


def single_page_app(a: Article) -> str:
    return whole(
        a,
        f"<div id=__next>"
        f"<div class='css-1k8n9'>{''.join(f'<a class=css-aa>{m}</a>' for m in MENU)}"
        f"</div><div class=css-9f2><div class=css-77a>{a.title}</div><div class=css-meta>12 Agu "
        f"2024</div><div class=css-11x>{a.div}</div></div><div class=css-44>"
        + "".join(f"<div class=css-card><div>{each}</div></div>" for each in OTHERS)
        + f"</div><div class=css-ft><span>{LATER}</span></div></div>"
        '<script id=__NEXT_DATA__ type="application/json">{"props":{"isi":"tidak dibaca"}}'
        "</script>",
    )


def blogspot(a: Article) -> str:
    return whole(
        a,
        f"<div class=tabs-outer><ul>{links(MENU)}</ul></div><div class=blog-posts>"
        "<h2 class=date-header>Senin, 12 Agustus 2024</h2><div class='post hentry'>"
        f"<h3 class='post-title entry-title'>{a.title}</h3><div class='post-body entry-content'>"
        f"{a.br}<div style='clear:both'></div></div>"
        f"<div class=post-footer>Diposting oleh Humas di "
        "14.05 <span>Tidak ada komentar:</span></div></div></div><div class=sidebar>"
        f"<h2>Arsip Blog</h2><ul>{links(['2024 (12)', '2023 (40)'])}</ul><h2>Entri Populer</h2>"
        f"<ul>{''.join(f'<li>{each}<p>{TEASER}</p></li>' for each in OTHERS)}</ul></div>"
        f"<div class=footer-outer>{LATER}</div>",
    )


def drupal(a: Article) -> str:
    return whole(
        a,
        f"<header role=banner><nav role=navigation>{links(MENU)}</nav></header><main role=main>"
        "<div class=region-content><article role=article class='node node--type-berita'>"
        f"<h1 class=page-header><span>{a.title}</span></h1><div class='field field--name-field-"
        "tanggal'><div class=field--label>Tanggal</div><div class=field--item>12/08/2024</div>"
        "</div><div class='field field--name-body field--type-text-with-summary'>"
        f"{a.p}</div><ul class=links><li>Log in untuk memberi komentar</li></ul></article></div>"
        f"</main><div class=region-sidebar-second><h2>Berita lainnya</h2>{links(OTHERS)}</div>"
        f"<footer role=contentinfo>{LATER}</footer>",
    )


def elementor(a: Article) -> str:
    inner = "<div class=elementor-container>" * 4
    outer = "</div>" * 4
    return whole(
        a,
        f"<div class=elementor-location-header>{inner}<ul>{links(MENU)}</ul>{outer}</div>"
        "<div data-elementor-type=single-post class='elementor-location-single'>"
        f"{inner}<h1 class=elementor-heading-title>{a.title}</h1>{outer}{inner}"
        "<div class='elementor-widget elementor-widget-theme-post-content'>"
        f"<div class=elementor-widget-container>{a.p}</div></div>{outer}{inner}"
        "<div class=elementor-post-navigation><span>Sebelumnya</span><span>Berikutnya</span></div>"
        f"{outer}{inner}<h4>Berita Lainnya</h4>"
        + "".join(
            f"<div class=elementor-post__text><h3>{e}</h3><p>{TEASER}</p></div>" for e in OTHERS
        )
        + f"{outer}</div><div class=elementor-location-footer>{inner}<p>{LATER}</p>{outer}</div>",
    )


def amp(a: Article) -> str:
    return whole(
        a,
        f"<amp-sidebar id=s><ul>{links(MENU)}</ul></amp-sidebar><article class=amp-wp-article>"
        f"<header><h1 class=amp-wp-title>{a.title}</h1><div>12 Agustus 2024</div></header>"
        "<figure><amp-img src=f.jpg></amp-img><figcaption>Foto: Humas</figcaption></figure>"
        f"<div class=amp-wp-article-content>{a.p}</div></article><amp-ad></amp-ad><div "
        f"class=amp-related><h3>Berita lain</h3>{links(OTHERS)}</div><footer>{LATER}</footer>",
    )


def preformatted(a: Article) -> str:
    text = "\n\n".join(escape(each, quote=False) for each in a.paragraphs)
    return whole(
        a,
        f"<h2>{a.title}</h2><pre>{text}</pre><hr><a href=/>Kembali ke daftar rilis</a>"
        f"<address>{LATER}</address>",
    )


def bare_breaks(a: Article) -> str:
    return whole(
        a,
        f"<div id=menu>{' | '.join(f'<a>{m}</a>' for m in MENU)}</div><div class=content>"
        f"<h1>{a.title}</h1>{a.br}</div><div id=sidebar><b>Terbaru</b><br>"
        + "<br>".join(f"<a>{each}</a>" for each in OTHERS)
        + f"</div><div id=footer>{LATER}</div>",
    )


def many_articles(a: Article) -> str:
    """A page whose list of other news is longer than its short article, all in ``article``."""
    others = "".join(
        f"<article class=card><h3>{each}</h3><p>{TEASER}</p><p>{TEASER}</p></article>"
        for each in OTHERS
    )
    return whole(
        a,
        f"<nav>{links(MENU)}</nav><main><article class=detail><h1>{a.title}</h1>{a.p}</article>"
        f"<section class=lainnya><h2>Berita lainnya</h2>{others}</section></main>"
        f"<footer>{LATER}</footer>",
    )


def scattered(a: Article) -> str:
    """Each paragraph in a wrapper of its own, as page builders of portals make them."""
    body = "".join(
        f"<div class=block><div class=block-text><p>{each}</p></div></div>"
        for each in a.paragraphs
    )
    return whole(
        a,
        f"<div class=top>{links(MENU)}</div><div class=page><div class=block><h1>{a.title}</h1>"
        f"</div>{body}<div class=block-rekomendasi><h3>Rekomendasi untuk Anda</h3>{links(OTHERS)}"
        f"</div></div><div class=bottom>{LATER}</div>",
    )


def long_comments(a: Article) -> str:
    said = "".join(
        f"<div class=comment><b>Pembaca {n}</b><p>{text}</p></div>"
        for n, text in enumerate(COMMENTS * 4)
    )
    return whole(
        a,
        f"<div class=menu>{links(MENU)}</div><div class=news-detail><h1>{a.title}</h1>"
        f"<div class=news-body>{a.p}</div></div><div class=comment-list><h3>8 Komentar</h3>{said}"
        f"<p>Anda harus masuk untuk berkomentar.</p></div><div class=footer>{LATER}</div>",
    )


def cookie_banner(a: Article) -> str:
    return whole(
        a,
        "<a class=skip href=#isi>Lewati ke konten</a><div class=cookie-consent role=dialog>Situs "
        "ini memakai kuki agar pengalaman Anda lebih baik. Dengan melanjutkan, Anda setuju dengan "
        "kebijakan privasi kami yang dapat dibaca di halaman tersendiri.</div>"
        f"<header>{links(MENU)}</header><div id=isi class=konten-berita><h1>{a.title}</h1>"
        f"<div class=tanggal>12 Agustus 2024</div><div class=teks>{a.p}</div></div>"
        f"<div class=modal><h5>Aksesibilitas</h5><p>Perbesar teks</p><p>Kontras tinggi</p></div>"
        f"<footer>{LATER}</footer>",
    )


def headless_article_list(a: Article) -> str:
    """Microdata around the text, with the source and reporter inside it."""
    return whole(
        a,
        f"<ul class=main-nav>{links(MENU)}</ul><div itemscope itemtype='http://schema.org/"
        f"NewsArticle'><h1 itemprop=headline>{a.title}</h1><div itemprop=datePublished content="
        f"2024-08-12>12 Agustus 2024</div><div itemprop=articleBody>{a.p}<p>Sumber: Humas Pemkab"
        f"</p></div></div><div class=terkait>{links(OTHERS)}</div><div class=kaki>{LATER}</div>",
    )


def letter_page(a: Article) -> str:
    """A page of a press release office: list items and headings inside the text."""
    first, *rest = a.paragraphs
    items = "".join(f"<li>{each}</li>" for each in rest)
    return whole(
        a,
        f"<div class=nav-top>{links(MENU)}</div><div class=wrapper><div class=left><h2>{a.title}"
        f"</h2><p>{first}</p><ol>{items}</ol></div><div class=right><h4>Tautan</h4>"
        f"{links(OTHERS)}</div></div><div class=copyright>{LATER}</div>",
    )


STYLES: dict[str, Callable[[Article], str]] = {
    style.__name__: style
    for style in (
        wordpress, newspaper_theme, old_tables, joomla, bootstrap_office, wire, portal_with_ads,
        single_page_app, blogspot, drupal, elementor, amp, preformatted, bare_breaks,
        many_articles, scattered, long_comments, cookie_banner, headless_article_list, letter_page,
    )
}  # fmt: skip


def articles(papers: list[dict[str, str]]) -> list[Article]:
    """Return the news among the papers as articles, and one long one of several together."""
    made = []
    for paper in papers:
        if paper["kind"] != "berita":
            continue
        lines = [line for line in paper["text"].split("\n") if line.strip()]
        is_titled = len(lines[0].split()) < 14 and not lines[0].endswith(".")
        title = lines[0] if is_titled else "Pegawai Diingatkan Lagi Soal Netralitas"
        body = [line for line in lines[is_titled:] if _is_text(line)]
        made.append(Article(title, body))
    long = [line for article in made[:6] for line in article.paragraphs]
    return [*made, Article("Rangkuman Kegiatan Pemerintah Daerah Pekan Ini", long)]


def _is_text(line: str) -> bool:
    return line[-1] in '.")' and not line.startswith(("Baca", "Pewarta", "Editor", "COPY"))
