using System.Text.Json;
using Dapper;
using News.Articles;

namespace Bot.Storage;

/// <summary>What came of asking for an article's page, whichever article asked.</summary>
/// <param name="Address">The address that answered, after redirects; null where none did.</param>
/// <param name="Page">What the page says; null where there is a trouble.</param>
/// <param name="Trouble">Why there is no page: a clause, such as "HTTP 403 Forbidden".</param>
public sealed record AskedPage(Uri? Address, WebPage? Page, string? Trouble);

/// <summary>The pages that were asked for, so that each is asked for once, by whichever feed and after whatever restart.</summary>
public sealed class PageStore(Database database)
{
    /// <summary>Whoever brings the link of a page later than this brings no news.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    /// <summary>What came of a page; null where nobody has asked for it.</summary>
    /// <param name="link">As <see cref="CanonicalLink"/> has it.</param>
    public async Task<AskedPage?> FindAsync(string link)
    {
        using var connection = database.Open();
        var outcome = await connection.QueryFirstOrDefaultAsync<string?>("SELECT outcome FROM pages WHERE link = @link", new { link });
        return outcome is null ? null : JsonSerializer.Deserialize<AskedPage>(outcome, StoredJson.Options);
    }

    public Task KeepAsync(string link, AskedPage page, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(connection =>
    {
        connection.Execute("DELETE FROM pages WHERE asked < @before", new { before = (now - Remembered).ToStored() });
        connection.Execute(
            "INSERT OR REPLACE INTO pages (link, asked, outcome) VALUES (@link, @now, @outcome)",
            new { link, now = now.ToStored(), outcome = JsonSerializer.Serialize(page, StoredJson.Options) });
    }, cancellationToken);
}
