using System.Collections.Immutable;
using News.Matching;

namespace Bot.Cards;

/// <summary>
/// What a message says, before any platform draws it. Every text in it is raw: it may hold markup, mentions,
/// control characters or a novel. The platform that draws it escapes, cuts and pages.
/// </summary>
public sealed record Card
{
    /// <summary>One line; may be a feed's headline.</summary>
    public string? Title { get; init; }

    /// <summary>http or https.</summary>
    public Uri? TitleLink { get; init; }

    /// <summary>Said by a sign and a colour; null for an answer that is neither urgent nor calm.</summary>
    public Severity? Severity { get; init; }

    /// <summary>From top to bottom. A platform with less room drops from the bottom, and says that it did.</summary>
    public ImmutableArray<CardPart> Parts { get; init; } = [];

    /// <summary>One small line at the bottom: source, time, watchlist.</summary>
    public CardText? Footer { get; init; }

    public ImmutableArray<CardButton> Buttons { get; init; } = [];

    /// <summary>The whole message in one plain line, for notifications and screen readers.</summary>
    public required string PlainText { get; init; }
}

/// <summary>A block of a card.</summary>
public abstract record CardPart
{
    private CardPart()
    {
    }

    public sealed record Paragraph(CardText Text) : CardPart;

    /// <summary>Somebody's words, without marks: the platform puts them around each part.</summary>
    /// <param name="Parts">What the speaker said without a break, and what goes on from it behind a "she said".</param>
    public sealed record Quotation(ImmutableArray<string> Parts, string? Speaker, string? Role) : CardPart
    {
        /// <summary>Between two parts, outside the marks.</summary>
        public const string Between = " … ";

        public Quotation(string words, string? speaker, string? role)
            : this([words], speaker, role)
        {
        }
    }

    /// <summary>Points under each other.</summary>
    public sealed record Listing(ImmutableArray<CardText> Points) : CardPart;

    /// <summary>A name and its value, side by side with others where there is room.</summary>
    public sealed record Fact(string Name, CardText Value) : CardPart;

    /// <summary>Text whose columns count, such as a query with a caret under it.</summary>
    public sealed record Preformatted(string Text) : CardPart;
}

/// <summary>A run of styled text.</summary>
public sealed record CardText(ImmutableArray<TextRun> Runs)
{
    public static implicit operator CardText(string text) => new([new TextRun.Words(text)]);

    public static CardText Of(params ImmutableArray<TextRun> runs) => new(runs);
}

/// <summary>A piece of text with one style.</summary>
public abstract record TextRun
{
    private TextRun()
    {
    }

    public sealed record Words(string Text) : TextRun;

    public sealed record Bold(string Text) : TextRun;

    public sealed record Code(string Text) : TextRun;

    public sealed record Link(string Text, Uri Target) : TextRun;

    /// <summary>An instant, shown in the reader's own time zone where the platform can: "5 minutes ago".</summary>
    public sealed record Moment(DateTimeOffset At) : TextRun;

    public static implicit operator TextRun(string text) => new Words(text);
}

/// <summary>Something to press.</summary>
public abstract record CardButton(string Label)
{
    /// <summary>Opens a page.</summary>
    public sealed record Open(string Label, Uri Target) : CardButton(Label);

    /// <summary>Asks the bot something; the answer is for who pressed it alone.</summary>
    /// <param name="Action">At most 80 characters of a-z, 0-9, ':' and '-': "why:3f2a…".</param>
    public sealed record Ask(string Label, string Action) : CardButton(Label);
}
