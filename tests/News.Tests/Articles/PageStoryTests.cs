using News.Articles;

namespace News.Tests.Articles;

/// <summary>What of a page is its story, quirk by quirk.</summary>
public sealed class PageStoryTests
{
    private const string One = "The ferry left the island at noon with some forty people on board, the harbour office said.";
    private const string Two = "It came back an hour later, because the sea was rough and the captain would not take the risk.";
    private const string Three = "Nobody was hurt, and the next boat is expected to leave on Friday if the wind has dropped.";
    private const string Story = $"{One}\n\n{Two}\n\n{Three}";
    private const string Paragraphs = $"<p>{One}</p><p>{Two}</p><p>{Three}</p>";

    [Theory]
    [InlineData("<div class='entry-content'>", "</div><div class='post-footer'><p>Read all that was written on ferries in the last ten years here.</p></div>", "the name that publishing software gives a body")]
    [InlineData("<div class=story__body-text>", "</div><div><p>A box about something else, in a sentence that is long enough.</p></div>", "a name in two words of three")]
    [InlineData("<div role=main>", "</div><div>Imprint and contact of the company, with its number and its tax office.</div>", "a role")]
    [InlineData("<article>", "</article><article><p>A short teaser of another article, which has its own element.</p></article>", "the longest of several articles")]
    [InlineData("<main><div class=author-box><p>Jane Doe has written about the sea and its boats for twenty years.</p></div>", "</main>", "who wrote it")]
    [InlineData("<main>", "<p>Sign up for our newsletter and never miss a story about the sea again.</p></main>", "a plea behind the story")]
    [InlineData("<main>", "<p>© 2025 Example Wire. All rights reserved.</p></main>", "rights")]
    [InlineData("<main>", "<p>Filed under: ferries, islands</p></main>", "a label")]
    [InlineData("<main>", "<p>Mehr zum Thema</p><ul><li><a href=1>Ein anderer Bericht</a></li></ul></main>", "a label over links, in German")]
    [InlineData("<main>", "<div><h3><a href=1>Another story that is told</a></h3><p>It has a line of text under it, with a stop.</p></div></main>", "a teaser")]
    [InlineData("<main>", "<ul><li><a href=1>Ferries</a> (12)</li><li><a href=2>Islands</a> (7)</li></ul></main>", "links with counts")]
    [InlineData("<main><p>https://www.example.com/ferry-comes-back</p>", "</main>", "its own address")]
    [InlineData("<main><p>Published Jan. 28, 2025 at 10:15</p>", "</main>", "a dateline")]
    [InlineData("<main><p>Updated 10:15</p>", "<p>Ferries</p></main>", "scraps at both ends")]
    [InlineData("<main><header><h1>Ferry comes back</h1><p class=dek>A subtitle belongs to the headline and is none of the story.</p></header>", "</main>", "a subtitle")]
    [InlineData("<main><p>Photo: Jane Doe</p>", "<p>The ferry in the harbour. © Example</p></main>", "who took the picture")]
    [InlineData("<main><div class='widget text'><p>Give a little for the boats, and they will come back every day.</p></div>", "</main>", "a widget")]
    [InlineData("<main>", "<div class='cta-box'><p>Support us and make a difference for readers everywhere in the world.</p></div></main>", "a call to action")]
    [InlineData("<main>", "<div class=social-icons><p>Post it and send it to all of your friends on the islands.</p></div></main>", "a share bar")]
    public void What_stands_around_a_story_is_left_out(string before, string after, string why) =>
        Assert.True(Story == Text($"<body>{before}{Paragraphs}{after}</body>"), $"{why}: {Text($"<body>{before}{Paragraphs}{after}</body>")}");

    [Theory]
    [InlineData($"<div class=body><div class='article__body x'><p>{One}</p></div></div><div class=ad>Ad</div><div><div class='article__body x'><p>{Two}</p><p>{Three}</p></div></div>", "a story in two bodies of the same class")]
    [InlineData($"<section><div itemprop=articleBody><p>{One}</p></div><div itemprop=articleBody><p>{Two}</p></div><div itemprop=articleBody><p>{Three}</p></div></section>", "bodies side by side")]
    [InlineData($"<main><h1>H</h1><p class=lead>{One}</p><div class=entry-content><p>{Two}</p><p>{Three}</p></div></main>", "a lead above the body")]
    [InlineData($"<main><header><h1>H</h1><div class=intro><h2>{One}</h2></div></header><div class=entry-content><p>{Two}</p><p>{Three}</p></div></main>", "a lead in the header, as a heading")]
    [InlineData($"<main><p>{One}</p><p><a href=1>{Two}</a></p><p>{Three}</p></main>", "a sentence that is a link")]
    [InlineData($"<main><p>{One}</p><div class=social-media-embed><blockquote><p>{Two}</p></blockquote></div><p>{Three}</p></main>", "a post that is shown")]
    [InlineData($"<main><h2><a href=self>Ferry comes back</a></h2><p>{One}</p><p>{Two}</p><p>{Three}</p></main>", "a headline that links to itself over a short story")]
    [InlineData($"<main><p><a class=download href=1>The report</a> tells more of it.</p><p>{One}</p><p>{Two}</p><p>{Three}</p></main>", "a word with a bad name", "The report tells more of it.")]
    [InlineData($"<main><p>{One}</p><p>{Two}</p><p>{Three}</p><p>“Join us and follow us on the islands,” he said.</p></main>", "a plea that somebody made", "", "“Join us and follow us on the islands,” he said.")]
    [InlineData($"<main><h1>H</h1><div class=ads-wrapper><p>{One}</p><p>{Two}</p><p>{Three}</p></div></main>", "a bad name around all")]
    [InlineData($"<main><p>{One}</p><p>{Two}</p><p>{Three}</p></main><div class=comments><article><p>{Two}{Two}{Two}{Two}</p></article><p>{One}{One}{One}{Three}</p></div>", "comments that are longer")]
    public void A_story_is_kept(string html, string why, string first = "", string last = "")
    {
        var story = string.Join("\n\n", new[] { first, Story, last }.Where(part => part.Length > 0));
        Assert.True(story == Text($"<body>{html}</body>"), $"{why}: {Text($"<body>{html}</body>")}");
    }

    [Theory]
    [InlineData("Recommended doses were exceeded")]
    [InlineData("Related crimes")]
    [InlineData("Teilen macht reich")]
    [InlineData("Das könnte teuer werden")]
    public void A_heading_that_begins_as_a_label_does_is_a_heading(string heading) =>
        Assert.Equal($"{One}\n\n{heading}\n\n{Two}\n\n{Three}", Text($"<main><p>{One}</p><h2>{heading}</h2><p>{Two}</p><p>{Three}</p></main>"));

    [Fact]
    public void A_page_that_hides_its_story_is_read_all_the_same() =>
        Assert.Equal(
            string.Join("\n\n", Enumerable.Repeat(Story, 3)),
            Text($"<main><p>Please wait.</p><div style='display:none' class=paywall-content>{Paragraphs}{Paragraphs}{Paragraphs}</div></main>"));

    [Fact]
    public void What_is_hidden_beside_a_story_stays_hidden() =>
        Assert.Equal(Story, Text($"<main>{Paragraphs}<div hidden>{Paragraphs}</div></main>"));

    [Fact]
    public void Long_comments_do_not_outweigh_a_marked_body()
    {
        var body = string.Concat(Enumerable.Repeat(Paragraphs, 5));
        var discussion = string.Concat(Enumerable.Repeat(Paragraphs, 40));
        var text = Text($"<div><div itemprop=articleBody>{body}</div></div><div class=forum><div>{discussion}</div></div>");
        Assert.Equal(string.Join("\n\n", Enumerable.Repeat(Story, 5)), text);
    }

    [Fact]
    public void The_headlines_own_article_is_the_story_however_long_the_others_are()
    {
        var other = string.Concat(Enumerable.Repeat($"<article><h2>Another</h2><p>{Three}{Two}{One}</p></article>", 10));
        Assert.Equal(Story, Text($"<main><article><h1>Ferry comes back</h1>{Paragraphs}</article>{other}</main>"));
    }

    [Fact]
    public void A_table_of_values_is_told_row_by_row() =>
        Assert.Equal(
            $"{One}\n\nBoat Hour\nAnna 12:00\nBerta 13:30\n\n{Two}",
            Text($"<main><p>{One}</p><table><tr><th>Boat<th>Hour<tr><td>Anna<td>12:00<tr><td>Berta<td>13:30</table><p>{Two}</p></main>"));

    [Fact]
    public void A_footer_is_none_of_the_story_however_long_it_is() =>
        Assert.Equal(Story, Text($"<div><h1>Ferry comes back</h1>{Paragraphs}</div><div class=footer><p>{One}{One}</p><p>{Two}{Two}</p><p>{Three}{Three}</p></div>"));

    [Fact]
    public void Headings_within_the_story_are_kept_and_linked_ones_with_their_teaser_go() =>
        Assert.Equal(
            $"{One}\n\nWhat happens next\n\n{Two}\n\n{Three}",
            Text($"<main><p>{One}</p><h2>What happens next</h2><p>{Two}</p><div><h2><a href=1>Elsewhere</a></h2><p>Something else happened too.</p></div><p>{Three}</p></main>"));

    [Theory]
    [InlineData("<nav><a href=1>One</a></nav><ul><li><a href=2>A link to a story</a><li><a href=3>And to another one</a></ul>")]
    [InlineData("<frameset><frame src=a.html><frame src=b.html></frameset>")]
    [InlineData("<script>var text = 'a long text that no reader sees, whatever it says, for it is a script';</script>")]
    [InlineData("\0\0\0")]
    [InlineData("<!-- <p>A comment that never ends is all there is on this page, so it has no story.</p>")]
    public void A_page_without_a_story_has_no_text(string html) => Assert.Equal("", Text(html).Trim('\0'));

    private static string Text(string html) => PageReader.Read(html, url: null).Text;
}
