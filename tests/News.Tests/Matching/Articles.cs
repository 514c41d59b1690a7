using News.Articles;
using News.Matching;

namespace News.Tests.Matching;

/// <summary>Articles for these tests: "title‖text", or a text alone; "‹tr› text" has a language.</summary>
internal static class Articles
{
    public static Article Of(string text)
    {
        var language = "en-GB";
        if (text.StartsWith('‹'))
            (language, text) = (text[1..text.IndexOf('›', StringComparison.Ordinal)], text[(text.IndexOf('›', StringComparison.Ordinal) + 1)..].TrimStart());
        var parts = text.Split('‖');
        return new Article
        {
            Key = new ItemKey("guid:1"),
            Title = parts.Length > 1 ? parts[0] : "-",
            Text = parts[^1],
            Source = "Example Wire",
            Author = "Jane Doe",
            Language = language,
            Categories = ["World", "Politics", "Middle East"],
            Published = DateTimeOffset.UnixEpoch,
        };
    }

    public static IEnumerable<string> Field(Article article, MatchField field) => field switch
    {
        MatchField.Title => [article.Title],
        MatchField.Text => [article.Text],
        MatchField.Source => [article.Source],
        MatchField.Author => [article.Author!],
        MatchField.Quote or MatchField.Speaker => [article.Text],
        MatchField.Lang => [article.Language!],
        _ => article.Categories,
    };
}
