using Dapper;
using Microsoft.Data.Sqlite;
using News.Matching;

namespace Bot.Storage;

/// <summary>Why an item is stored and not told, whatever it meets.</summary>
public enum Untold
{
    /// <summary>It came with the first items that its feed brought, which count as known.</summary>
    FirstPoll,

    /// <summary>Its date was older than <c>Polling:OldAfter</c>.</summary>
    TooOld,

    /// <summary>Its feed was issued anew as a whole, under new guids and links.</summary>
    Reissue,

    /// <summary>An older bot stored it, which did not write down what became of it.</summary>
    Unknown,
}

/// <summary>How it is written down what became of an item.</summary>
internal static class ItemEnds
{
    public const string Told = "told", Joined = "joined";

    public static string Stored(this Untold untold) => untold switch
    {
        Untold.FirstPoll => "first poll",
        Untold.TooOld => "too old",
        Untold.Reissue => "reissue",
        _ => "unknown",
    };

    public static Untold? ReasonOf(string? stored) => stored switch
    {
        null => null,
        "first poll" => Untold.FirstPoll,
        "too old" => Untold.TooOld,
        "reissue" => Untold.Reissue,
        _ => Untold.Unknown,
    };

    /// <summary>Writes down what a match came to. Part of the item's own transaction.</summary>
    /// <param name="isFirst">It brought a message into a channel; otherwise its story stood in all of them.</param>
    public static void Note(SqliteConnection connection, WatchlistId watchlist, ArticleId article, bool isFirst) => connection.Execute(
        "UPDATE matches SET ended = @ended WHERE watchlist_id = @watchlist AND article_id = @article AND ended IS NULL",
        new { watchlist = watchlist.Value, article = article.Value, ended = isFirst ? Told : Joined });
}
