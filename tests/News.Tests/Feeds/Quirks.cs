namespace News.Tests.Feeds;

/// <summary>
/// One hand-made feed for each quirk, named by it. A row says what must be read from it: "title=…" of the feed,
/// "2.title=…" of its second item, "items=…" how many there are; "warning=…" must begin one of the warnings.
/// </summary>
public static class Quirks
{
    public static TheoryData<string, string[]> Rows => new()
    {
        { "guid-missing.rss", ["format=Rss", "version=2.0", "title=Example Wire", "link=https://wire.example/", "1.id=", "1.link=https://wire.example/1"] },
        { "link-missing.rss", ["1.link=https://wire.example/1", "2.link=", "2.id=https://wire.example/2", "3.link=https://wire.example/3", "4.link=https://wire.example/4"] },
        { "version-missing.rss", ["format=Rss", "version=", "items=1"] },
        { "bare-ampersand.rss", ["1.title=Smith & Sons & AT&T", "warning=A bare '&'"] },
        { "html-entities.rss", ["1.title=Café closed — for good", "warning=HTML's names"] },
        { "escaped-twice.rss", ["1.title=AT&T ’s price", "1.content=<p>Prices rose.</p>"] },
        { "html-in-title.rss", ["1.title=Oil up, 3 < 4", "2.title=Gold down", "3.title=How the <blink> tag died", "4.title=Oil up"] },
        { "control-characters.rss", ["1.title=Broken line", "warning=Control characters"] },
        { "junk-before-prologue.rss", ["items=1", "1.title=Story 1", "warning=Text before"] },
        { "blank-lines-before-prologue.rss", ["items=1", "warnings=0"] },
        { "byte-order-mark.rss", ["items=1", "warnings=0"] },
        { "truncated-in-item.rss", ["items=3", "3.title=Story 3", "3.link=", "warning=The document breaks off"] },
        { "truncated-in-cdata.rss", ["items=2", "2.content=<p>The minister said that the road would", "warning=The document breaks off"] },
        { "unclosed-items.rss", ["items=3", "3.link=https://wire.example/3", "warning=An item without its end tag"] },
        { "unclosed-title.rss", ["items=2", "1.title=Story 1", "1.link=https://wire.example/1", "1.id=g1"] },
        { "wrong-nesting.rss", ["items=2", "1.link=https://wire.example/1", "2.title=Story 2"] },
        { "unclosed-cdata.rss", ["items=2", "2.title=Story 2", "2.content=<p>Two.</p>", "warning=A CDATA section"] },
        { "closed-too-early.rss", ["items=2"] },
        { "items-outside-channel.rss", ["items=2"] },
        { "unusual-prefixes.rss", ["1.author=Ann Example", "1.content=<p>All of it.</p>", "1.summary=Some of it.", "1.image=https://wire.example/1.jpg"] },
        { "undeclared-prefixes.rss", ["1.author=Ann Example", "1.content=<p>All of it.</p>", "1.published=2024-03-05T11:00:00Z", "1.image=https://wire.example/1.jpg", "1.categories=Ports"] },
        { "default-namespace.rss", ["title=Example Wire", "items=1", "1.title=Story 1"] },
        { "modules-categories.rss", ["image=https://wire.example/logo.jpg", "1.categories=Energy|Ports|Trade|Cargo", "1.image=https://wire.example/1.jpg", "1.content=<p>All of it.</p>"] },
        { "before-atom-had-its-name.atom", ["title=Example Wire", "1.title=Story 1"] },
        { "unknown-elements.rss", ["1.title=Story 1", "1.link=https://wire.example/1"] },
        { "link-with-href.rss", ["link=https://wire.example/", "1.link=https://wire.example/1"] },
        { "mail-authors.rss", ["1.author=Ann Example", "2.author=Ann Example", "3.author=ann@wire.example", "4.author=Ann Example", "5.author=Ann Example"] },
        {
            "scripts-in-content.rss",
            [
                "1.content=<p style=\"color:red\">Prices <a>rose</a>,\n      <a href=\"https://wire.example/more?a=1&amp;b=2\">more</a>.</p>"
                + "<img src=\"https://wire.example/feed/pixel.gif\" width=\"1\" height=\"1\"><img src=\"https://wire.example/feed/big.jpg\">",
                "1.image=https://wire.example/feed/big.jpg",
            ]
        },
        {
            "relative-links.rss",
            [
                "1.link=https://wire.example/news/2024/03/05/story", "1.comments=https://wire.example/comments/1",
                "1.enclosures=https://cdn.example/1.mp3 audio/mpeg ",
                "1.content=<a href=\"https://wire.example/news/2024/map.html\">map</a> <img src=\"https://wire.example/news/pictures/1.jpg\">",
            ]
        },
        {
            "delivered-from-elsewhere.rss",
            ["1.link=https://harbour.example/2024/1", "1.content=<a href=\"https://harbour.example/news/map.html\">map</a>", "1.comments="]
        },
        { "delivered-from-elsewhere.atom", ["1.link=https://www.harbour.example/news/1.html", "2.link=https://www.harbour.example/archive/2.html"] },
        {
            "addresses-as-ids.atom",
            [
                "title=Example Wire", "description=News of a place that is not", "items=3", "1.link=https://wire.example/2024/1",
                "1.comments=https://wire.example/2024/1/comments", "1.author=Ann Example, Ben Example", "2.link=", "3.link=", "3.title=Story 3",
            ]
        },
        { "entry-alone.atom", ["format=Atom", "version=1.0", "items=1", "1.link=https://wire.example/1", "1.content=Prices rose."] },
        {
            "atom-in-the-channel.rss",
            [
                "title=Example Wire", "description=News of a place that is not", "image=https://wire.example/logo.png", "1.id=wire-1",
                "1.published=2024-03-05T14:00:00Z", "1.enclosures=https://wire.example/1.mp3 audio/mpeg 12345", "2.id=2",
            ]
        },
        {
            "two-texts.rss",
            [
                "image=https://wire.example/logo.png", "1.summary=Oil is up.", "2.content=<p>Prices rose on Tuesday.</p>",
                "2.summary=Prices rose.", "3.content=Prices rose.", "3.summary=", "4.content=Prices rose.", "4.summary=",
            ]
        },
        {
            "channel-definition.cdf",
            ["title=Example Wire", "link=https://wire.example/", "description=News of a place that is not", "1.link=https://wire.example/1", "1.content=Prices rose."]
        },
        { "authors-twice.json", ["1.author=Ann Example, Ben Example"] },
        { "one-body.rss", ["1.content=<p>The only text.</p>", "1.summary=", "2.content=<p>The full text of it.</p>", "2.summary=The short & sweet."] },
        { "naked-markup.rss", ["1.title=Oil up", "1.content=<p>Prices <b>rose</b> &amp; fell.</p>"] },
        { "document-entities.rss", ["1.title=From Example & Wire", "2.title=From &secret;"] },
        { "windows-1251.rss", ["1.title=Цены на нефть выросли", "warnings=0"] },
        { "windows-1252-unlabelled.rss", ["1.title=“Café” – closed"] },
        { "windows-1256.rss", ["1.title=ارتفاع أسعار النفط"] },
        { "shift-jis.rss", ["1.title=石油価格が上昇"] },
        { "gb2312.rss", ["1.title=油价上涨"] },
        { "utf-8-labelled-latin-1.rss", ["1.title=Über Öl – “teuer”", "warning=The document is labelled"] },
        { "utf-16.rss", ["1.title=Über Öl"] },
        { "utf-8-with-one-bad-byte.rss", ["1.title=Über Öl “ now", "warning=Bytes that are no UTF-8"] },
        { "rdf-1.0.rdf", ["format=Rdf", "version=1.0", "title=Example Wire", "image=https://wire.example/logo.png", "1.title=Story 1", "1.published=2024-03-05T00:00:00Z", "1.author=Ann Example"] },
        { "rdf-0.90.rdf", ["format=Rdf", "version=0.9", "items=1", "1.link=https://wire.example/1"] },
        {
            "atom-1.0.atom",
            [
                "format=Atom", "version=1.0", "title=Example & Wire", "link=https://wire.example/", "language=en",
                "image=https://wire.example/logo.png", "generator=Writer", "updated=2024-03-05T15:00:00Z",
                "1.id=tag:wire.example,2024:1", "1.title=Oil up", "1.link=https://wire.example/1",
                "1.enclosures=https://wire.example/1.mp3 audio/mpeg 12345", "1.comments=https://wire.example/1/comments",
                "1.published=2024-03-05T11:00:00Z", "1.updated=2024-03-05T12:00:00Z", "1.categories=Energy|ports",
                "1.summary=Short < long", "1.content=<p>Prices <a href=\"https://wire.example/more\">rose</a>.</p>", "1.author=The Desk",
                "2.title=The <b> tag & more", "2.content=Price &lt; cost &amp; more", "2.author=Ann Example", "2.link=",
            ]
        },
        { "atom-0.3.atom", ["version=0.3", "updated=2024-03-05T15:00:00Z", "1.title=Oil up", "1.content=<p>Prices rose.</p>", "1.published=2024-03-05T14:00:00Z", "1.updated=2024-03-05T14:30:00Z"] },
        { "namespace-missing.atom", ["format=Atom", "version=", "1.link=https://wire.example/1", "1.published=", "1.updated=2024-03-05T14:00:00Z"] },
        {
            "json-feed-1.1.json",
            [
                "format=Json", "version=1.1", "title=Example Wire", "link=https://wire.example/", "language=en",
                "image=https://wire.example/feed/logo.png", "1.id=1", "1.link=https://wire.example/1", "1.title=Oil up \uFFFD",
                "1.content=Price &lt; cost &amp; more", "1.summary=Short", "1.published=2024-03-05T11:00:00Z", "1.categories=Energy",
                "1.enclosures=https://wire.example/feed/1.mp3 audio/mpeg 12345", "1.author=The Desk",
                "2.link=https://other.example/2", "2.content=<p>Text</p>", "2.author=Ann Example",
            ]
        },
        { "broken-in-the-middle.json", ["items=2", "2.title=Story 2", "warning=The document is no valid JSON"] },
        { "line-breaks-in-strings.json", ["items=2", "1.title=Story 1", "warning=Line breaks"] },
        { "truncated.json", ["version=1", "items=2", "1.title=Story 1", "2.title=Story 2", "warning=The document breaks off"] },
    };
}
