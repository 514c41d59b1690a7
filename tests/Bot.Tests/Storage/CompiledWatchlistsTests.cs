using Bot.Storage;
using Bot.Tests.Discord;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using News.Articles;
using News.Matching;

namespace Bot.Tests.Storage;

public sealed class CompiledWatchlistsTests : IAsyncLifetime, IDisposable
{
    private static readonly ScopeKey Other = ScopeKey.Discord("1");

    private readonly LogList _log = new();
    private StorageUnderTest _storage = null!;
    private AliasStore _aliases = null!;
    private CompiledWatchlists _compiled = null!;

    public async Task InitializeAsync()
    {
        _storage = await StorageUnderTest.OpenAsync();
        _aliases = new AliasStore(_storage.Database);
        var books = new EntityBooks(_aliases, new EveryonesEntities(Options.Create(new EntityOptions())));
        _compiled = new CompiledWatchlists(_storage.Watchlists, books, _log.For<CompiledWatchlists>());
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _compiled.Dispose();
        _storage.Dispose();
    }

    [Fact]
    public async Task What_is_added_changed_and_removed_holds_at_the_next_item()
    {
        Assert.Equal("iraq", await MeetAsync("Floods in Iraq"));

        await AddAsync(ScopeKey.Operator, "floods", "flood");
        Assert.Equal("floods iraq", await MeetAsync("Floods in Iraq"));

        Change("floods", "drought");
        Assert.Equal("iraq", await MeetAsync("Floods in Iraq"));
        Assert.Equal("floods", await MeetAsync("Drought in Spain"));

        await _storage.Watchlists.RemoveAsync(ScopeKey.Operator, "iraq", StorageUnderTest.Noon, default);
        Assert.Equal("", await MeetAsync("Floods in Iraq"));
    }

    [Fact]
    public async Task Hundreds_of_changes_at_once_hold_too()
    {
        await MeetAsync("nothing");
        for (var i = 0; i < 100; i++)
            await AddAsync(ScopeKey.Operator, $"w{i}", $"word{i}");

        Assert.Equal("w17 w4", await MeetAsync("word17 and word4"));

        for (var i = 0; i < 60; i++)
            await _storage.Watchlists.RemoveAsync(ScopeKey.Operator, $"w{i}", StorageUnderTest.Noon, default);
        for (var i = 60; i < 100; i++)
            Change($"w{i}", $"word{i + 1}");

        Assert.Equal("w70", await MeetAsync("word17 and word71"));
    }

    [Fact]
    public async Task A_watchlist_that_did_not_change_is_not_compiled_anew()
    {
        var before = (await _compiled.NewestAsync(default)).Matcher;
        Change("iraq", "Iraq");
        await _aliases.ChangeAsync(ScopeKey.Operator, "irgc", ["Ironclad Corps"], [], "test", StorageUnderTest.Noon, default);

        Assert.Same(before, (await _compiled.NewestAsync(default)).Matcher);
    }

    [Theory]
    [InlineData("@irgc")]
    [InlineData("\uFF20IRGC")]
    [InlineData("drone OR @islamic\u2011revolutionary\u2011guard\u2011corps")]
    public async Task However_an_entity_is_written_its_new_name_holds_at_the_next_item(string query)
    {
        await AddAsync(ScopeKey.Operator, "guards", query);
        Assert.Equal("", await MeetAsync("The Ironclad Corps moves"));

        await _aliases.ChangeAsync(ScopeKey.Operator, "irgc", ["Ironclad Corps"], [], "test", StorageUnderTest.Noon, default);

        Assert.Equal("guards", await MeetAsync("The Ironclad Corps moves"));
    }

    [Fact]
    public async Task A_scope_s_own_names_hold_for_its_watchlists_alone_and_from_the_next_item_on()
    {
        await AddAsync(ScopeKey.Operator, "ours", "@irgc");
        await AddAsync(Other, "theirs", "@irgc");
        Assert.Equal("", await MeetAsync("The Ironclad Corps moves"));

        await _aliases.ChangeAsync(ScopeKey.Operator, "irgc", ["Ironclad Corps"], [], "test", StorageUnderTest.Noon, default);
        Assert.Equal("ours", await MeetAsync("The Ironclad Corps moves"));
        Assert.Equal("ours theirs", await MeetAsync("The Revolutionary Guards move"));

        await _aliases.ChangeAsync(ScopeKey.Operator, "irgc", [], ["Ironclad Corps"], "test", StorageUnderTest.Noon, default);
        Assert.Equal("", await MeetAsync("The Ironclad Corps moves"));
    }

    [Fact]
    public async Task A_wrong_stored_query_is_told_once_and_harms_no_other()
    {
        Change("iraq", "(Iraq");
        await AddAsync(ScopeKey.Operator, "floods", "flood");
        Assert.Equal("floods", await MeetAsync("Floods in Iraq"));
        await AddAsync(ScopeKey.Operator, "droughts", "drought");
        await MeetAsync("Floods in Iraq");

        Assert.Equal(1, _log.CountOf("The stored watchlist iraq of operator finds nothing"));
        Change("iraq", "Iraq");
        Assert.Equal("floods iraq", await MeetAsync("Floods in Iraq"));
    }

    [Fact]
    public async Task Only_what_changed_is_read()
    {
        await MeetAsync("nothing");
        Execute("UPDATE watchlists SET query = 'drought' WHERE name = 'iraq'"); // and tells nobody
        await AddAsync(ScopeKey.Operator, "floods", "flood");
        await AddAsync(ScopeKey.Operator, "guards", "@irgc");
        await _aliases.ChangeAsync(Other, "irgc", ["Ironclad Corps"], [], "test", StorageUnderTest.Noon, default);

        Assert.Equal("floods iraq", await MeetAsync("Floods in Iraq"));
    }

    [Fact]
    public async Task A_change_that_could_not_be_read_holds_once_it_can()
    {
        await MeetAsync("nothing");
        await AddAsync(ScopeKey.Operator, "floods", "flood");
        await _storage.Watchlists.RemoveAsync(ScopeKey.Operator, "iraq", StorageUnderTest.Noon, default);
        Execute("ALTER TABLE watchlist_channels RENAME TO out_of_reach");
        await Assert.ThrowsAsync<SqliteException>(() => MeetAsync("Floods in Iraq"));

        Execute("ALTER TABLE out_of_reach RENAME TO watchlist_channels");
        Assert.Equal("floods", await MeetAsync("Floods in Iraq"));
    }

    [Fact]
    public async Task Thousands_that_came_bit_by_bit_are_brought_together_while_others_change()
    {
        await MeetAsync("nothing");
        for (var part = 0; part < 3; part++)
        {
            AddMany(part * 1_500, 1_500);
            await MeetAsync("nothing");
        }

        var i = 0;
        do
        {
            Assert.True(++i < 10_000);
            await AddAsync(ScopeKey.Operator, "floods", $"flood{i}");
            Assert.Equal("floods iraq w4499", await MeetAsync($"flood{i} in Iraq, word4499"));
            await _storage.Watchlists.RemoveAsync(ScopeKey.Operator, "floods", StorageUnderTest.Noon, default);
        }
        while (!await IsTidyAsync());

        Assert.Equal("iraq w0 w1499 w1500", await MeetAsync("Iraq: word0 word1499 word1500"));
    }

    [Fact]
    public async Task Many_ask_while_many_change()
    {
        var asking = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++)
                Assert.Contains("iraq", await MeetAsync("Floods in Iraq"), StringComparison.Ordinal);
        })).ToList();
        for (var i = 0; i < 25; i++)
            await AddAsync(ScopeKey.Operator, $"w{i}", $"word{i} OR flood");
        await Task.WhenAll(asking);

        Assert.Equal(26, (await MeetAsync("Floods in Iraq")).Split(' ').Length);
    }

    private Task<bool> AddAsync(ScopeKey scope, string name, string query) => _storage.Watchlists.AddAsync(
        scope, name, query, Severity.Normal, StorageUnderTest.Channel, atHome: false, "test", StorageUnderTest.Noon, default);

    private void AddMany(int from, int count)
    {
        using var connection = _storage.Database.Open();
        using var transaction = connection.BeginTransaction();
        List<WatchlistId> added = [];
        for (var i = from; i < from + count; i++)
        {
            added.Add(WatchlistStore.Insert(
                connection, ScopeKey.Operator, $"w{i}", $"word{i}", Severity.Normal, [StorageUnderTest.Channel], false, false, "test", StorageUnderTest.Noon)!.Value);
        }

        transaction.Commit();
        _storage.Watchlists.Changes.Note(added);
    }

    private async Task<bool> IsTidyAsync() => (await _compiled.NewestAsync(default)).Matcher.IsTidy;

    private void Change(string name, string query)
    {
        using var connection = _storage.Database.Open();
        var id = connection.QuerySingle<long>("UPDATE watchlists SET query = @query WHERE name = @name RETURNING id", new { name, query });
        _storage.Watchlists.Changes.Note([new WatchlistId(id)]);
    }

    private void Execute(string sql)
    {
        using var connection = _storage.Database.Open();
        connection.Execute(sql);
    }

    private async Task<string> MeetAsync(string title)
    {
        var article = new Article { Key = new ItemKey(title), Title = title, Text = "", Source = "Wire", Published = StorageUnderTest.Noon };
        return string.Join(' ', (await _compiled.NewestAsync(default)).Meeting(article).Select(met => met.Watchlist.Name).Order(StringComparer.Ordinal));
    }
}
