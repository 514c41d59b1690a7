using System.Collections.Immutable;

namespace News.Feeds;

/// <summary>A list of feeds, as feed readers hand it to each other: https://opml.org/spec2.opml.</summary>
public sealed record OpmlList
{
    /// <summary>What the list calls itself, one line; null where it doesn't.</summary>
    public string? Title { get; init; }

    /// <summary>In the order of the document, each address once.</summary>
    public ImmutableArray<OpmlFeed> Feeds { get; init; } = [];

    /// <summary>What had to be mended or was passed over, a sentence for each kind.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];
}

/// <summary>An entry of a list.</summary>
/// <param name="Url">
/// The feed's address without white space; <c>feed:</c> and its like are http, as is what has a host's look and no scheme
/// ("www.example.org/rss"). May still be no address at all: whoever follows it says why not.
/// </param>
/// <param name="Title">What it is called, one line; null where nothing says.</param>
/// <param name="SiteUrl">The page that the feed belongs to, as written; null where nothing says.</param>
/// <param name="Type">"rss", "atom", as written; null where nothing says.</param>
/// <param name="Folders">The names of the outlines around it, outermost first, at most <see cref="OpmlReader.MostFolders"/>.</param>
public sealed record OpmlFeed(string Url, string? Title, string? SiteUrl, string? Type, ImmutableArray<string> Folders)
{
    /// <summary>Where its entry begins in the document that was read, from 1; 0 where it was read from none.</summary>
    public int Line { get; init; }
}

/// <summary>What reading a list came to.</summary>
public abstract record OpmlReading
{
    private OpmlReading()
    {
    }

    public sealed record Read(OpmlList List) : OpmlReading;

    /// <summary>A plain sentence that says what the document is instead.</summary>
    public sealed record NotAList(string Reason) : OpmlReading;
}
