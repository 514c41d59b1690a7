namespace News.Articles;

/// <summary>An article as its page tells it. What the page does not say is null, never a guess.</summary>
/// <param name="Title">On one line, without the site's name.</param>
/// <param name="Byline">The authors' names, separated by ", ".</param>
/// <param name="Published">In UTC; a date without a zone counts as UTC.</param>
/// <param name="Text">
/// The article's body: plain text, paragraphs, headings within the body and list items separated by an empty line;
/// empty where the page has none.
/// </param>
/// <param name="CanonicalUrl">The address that the page calls its own, absolute.</param>
/// <param name="Language">A language tag: "en", "ar-IQ".</param>
public sealed record WebPage(
    string? Title,
    string? Byline,
    DateTimeOffset? Published,
    string Text,
    string? CanonicalUrl,
    string? Language);
