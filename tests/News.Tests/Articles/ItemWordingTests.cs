using News.Articles;
using News.Feeds;

namespace News.Tests.Articles;

public sealed class ItemWordingTests
{
    private const string Text = "A strike hit a depot near Kirkuk, killing 16 people.\n\nThe ministry said it was empty.";

    [Theory]
    [InlineData("The ministry said it was empty.\n\nA strike hit a depot near Kirkuk, killing 16 people.")] // another order
    [InlineData("A strike  hit a depot near Kirkuk , killing 16 people.\n\n\nThe ministry said it was EMPTY")] // white space, marks and case
    [InlineData(Text + "\n\n12 comments")]
    [InlineData(Text + "\n\nComments: 1,204")]
    [InlineData(Text + " 5 minutes ago")]
    [InlineData(Text + "\n\nan hour ago · 3 shares")]
    [InlineData(Text + "\n\n17h ago")]
    [InlineData(Text + "\n\nvor 5 Minuten")]
    public void What_a_reader_takes_for_the_same_is_no_change(string other) =>
        Assert.Equal(ItemWording.Of("Strike near Kirkuk", Text), ItemWording.Of("Strike near Kirkuk", other));

    [Theory]
    [InlineData("A strike hit a depot near Kirkuk, killing 17 people.\n\nThe ministry said it was empty.")] // a figure of the story
    [InlineData("A strike hit a depot near Erbil, killing 16 people.\n\nThe ministry said it was empty.")]
    [InlineData(Text + "\n\nCorrection: An earlier version named another place.")]
    [InlineData(Text + "\n\nA 24-hour truce followed.")]
    [InlineData(Text + "\n\nThe bill passed with 212 votes.")] // counted in the story
    public void What_a_reader_takes_for_another_is_a_change(string other) =>
        Assert.NotEqual(ItemWording.Of("Strike near Kirkuk", Text), ItemWording.Of("Strike near Kirkuk", other));

    [Fact]
    public void Another_headline_is_a_change() =>
        Assert.NotEqual(ItemWording.Of("Strike near Kirkuk", Text), ItemWording.Of("Strike near Erbil", Text));

    [Fact]
    public void A_document_that_reads_as_the_last_one_says_nothing_new()
    {
        var first = DocumentPrints.Of(Document("<p>A strike.</p>", "<p>A flood.</p>"), before: null);
        Assert.False(first.SaysNothingNew);
        Assert.True(DocumentPrints.Of(Document("<p>A  strike.</p><img src='https://pixel.example/7'>", "<p>A flood.</p>"), first.Kept()).SaysNothingNew);

        var edited = Document("<p>A strike.</p>", "<p>Two floods.</p>");
        var prints = DocumentPrints.Of(edited, first.Kept());
        Assert.False(prints.SaysNothingNew);
        Assert.Equal([edited.Items[1]], edited.Items.Where(prints.IsChanged));
    }

    [Fact]
    public void A_part_of_a_document_says_nothing_new_and_neither_does_the_whole_after_it()
    {
        var whole = DocumentPrints.Of(Document("<p>A strike.</p>", "<p>A flood.</p>"), before: null).Kept();
        var part = DocumentPrints.Of(Document("<p>A  strike.</p>"), whole);
        Assert.True(part.SaysNothingNew);
        Assert.True(DocumentPrints.Of(Document("<p>A strike.</p>", "<p>A flood.</p>"), part.Kept()).SaysNothingNew);
    }

    private static Feed Document(params string[] bodies) => new()
    {
        Format = FeedFormat.Rss,
        Version = "2.0",
        Title = "Wire",
        Items = [.. bodies.Select((body, i) => new FeedItem { Id = $"item-{i}", Title = $"Item {i}", Content = ItemText.FromHtml(body) })],
    };
}
