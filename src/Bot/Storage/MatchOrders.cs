using Microsoft.Data.Sqlite;
using News.Matching;

namespace Bot.Storage;

/// <summary>The articles that some watchlists met, the newest first.</summary>
internal sealed class MatchOrders(SqliteConnection connection, IReadOnlyList<WatchlistId> watchlists, DateTimeOffset since) : IDisposable
{
    private readonly List<(SqliteCommand Command, SqliteDataReader Rows)> _orders = [];

    /// <summary>Each once.</summary>
    public IEnumerable<long> Merged()
    {
        var next = new PriorityQueue<SqliteDataReader, (long Published, long Id)>();
        foreach (var watchlist in watchlists)
            Advance(Open(watchlist), next);
        for (var last = 0L; next.TryDequeue(out var order, out var key); Advance(order, next))
        {
            if (-key.Id != last)
                yield return last = -key.Id;
        }
    }

    public void Dispose()
    {
        foreach (var (command, rows) in _orders)
        {
            rows.Dispose();
            command.Dispose();
        }

        connection.Dispose();
    }

    private SqliteDataReader Open(WatchlistId watchlist)
    {
        var command = connection.CreateCommand();
        command.CommandText = "SELECT published, article_id FROM matches WHERE watchlist_id = @watchlist AND published >= @since ORDER BY published DESC, article_id DESC";
        command.Parameters.AddWithValue("@watchlist", watchlist.Value);
        command.Parameters.AddWithValue("@since", since.ToStored());
        var rows = command.ExecuteReader();
        _orders.Add((command, rows));
        return rows;
    }

    private static void Advance(SqliteDataReader order, PriorityQueue<SqliteDataReader, (long, long)> next)
    {
        if (order.Read())
            next.Enqueue(order, (-order.GetInt64(0), -order.GetInt64(1)));
    }
}
