using System.Collections.Immutable;
using Bot.Storage;
using Bot.WebSub;

namespace Bot.Tests.WebSub;

public sealed class SubscribingTests
{
    private static readonly DateTimeOffset Noon = new(2025, 1, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly Uri PublicUrl = new("https://bot.example/news/");

    [Fact]
    public void A_subscription_has_a_callback_and_a_secret_of_its_own()
    {
        var (one, other) = (Begin("https://hub.example/"), Begin("https://hub.example/"));

        Assert.NotEqual(one.Callback, other.Callback);
        Assert.NotEqual(one.Secret, other.Secret);
        Assert.True(one.Secret.Value.Length is >= 32 and < 200);
        Assert.Equal($"https://bot.example/news/websub/{one.Callback}", Subscribing.CallbackOf(one).AbsoluteUri);
        Assert.DoesNotContain(one.Secret.Value, one.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_renewal_that_goes_to_another_host_leaves_nothing_to_rely_on_until_that_one_has_verified()
    {
        var verified = Subscribing.Verified(Asked(Begin("https://hub.example/")), "864000", Noon, roll: 0) with { ProvedAt = Noon };

        var elsewhere = Subscribing.Settled(Subscribing.WithOtherKeys(verified), Noon);

        Assert.Equal((null, null, false), (elsewhere.LeaseEnds, elsewhere.ProvedAt, elsewhere.Delivers));
        Assert.NotEqual(verified.Callback, elsewhere.Callback);
    }

    [Theory]
    [InlineData("864000", 0, 648000)]
    [InlineData("864000", 1, 734400)]
    [InlineData("10", 0.5, 48)] // no lease counts as shorter than a minute
    [InlineData("99999999999999", 0, 23652000)] // nor as longer than a year
    [InlineData("99999999999999999999999", 0, 648000)] // what is no number counts as what was asked for
    [InlineData(null, 0, 648000)]
    [InlineData("-5", 0, 648000)]
    public void A_lease_is_renewed_well_before_its_end(string? seconds, double roll, int renewedAfter)
    {
        var verified = Subscribing.Verified(Asked(Begin("https://hub.example/")), seconds, Noon, roll);

        Assert.Equal(Noon.AddSeconds(renewedAfter), verified.AskAt);
        Assert.True(verified.AskAt < verified.LeaseEnds);
        Assert.False(verified.Awaiting);
    }

    [Fact]
    public void Only_what_was_asked_for_is_verified()
    {
        var fresh = Begin("https://hub.example/");
        Assert.False(Subscribing.Expects(fresh, "subscribe", fresh.Topic, Noon));

        var asked = Asked(fresh);
        Assert.True(Subscribing.Expects(asked, "subscribe", fresh.Topic, Noon.AddHours(1)));
        Assert.False(Subscribing.Expects(asked, "unsubscribe", fresh.Topic, Noon));
        Assert.False(Subscribing.Expects(asked, "subscribe", "https://other.example/rss", Noon));
        Assert.False(Subscribing.Expects(asked, "subscribe", null, Noon));
        Assert.False(Subscribing.Expects(asked, "subscribe", fresh.Topic, Noon.AddDays(2)));

        // A lost answer is asked for again.
        Assert.True(Subscribing.Expects(Subscribing.Verified(asked, null, Noon, 0), "subscribe", fresh.Topic, Noon.AddMinutes(1)));
    }

    [Fact]
    public void Pauses_double_up_to_a_day_and_the_hubs_take_turns()
    {
        var one = Begin("https://a.example/", "https://b.example/");
        List<(string, double)> steps = [];
        for (var i = 0; i < 7; i++)
        {
            one = Subscribing.Failed(one, "no answer", Noon, roll: 0)!;
            steps.Add((one.Hub.Host, (one.AskAt - Noon).TotalMinutes));
        }

        Assert.Equal([("b.example", 1), ("a.example", 1), ("b.example", 2), ("a.example", 2), ("b.example", 4), ("a.example", 4), ("b.example", 8)], steps);
        Assert.Equal(TimeSpan.FromDays(1), Subscribing.Failed(one with { Failures = 100 }, "no answer", Noon, 0)!.AskAt - Noon);
        Assert.Equal(TimeSpan.FromHours(3), Subscribing.Failed(one, "busy", Noon, 1, askedToWait: TimeSpan.FromHours(3))!.AskAt - Noon);
        Assert.Equal(TimeSpan.FromDays(1), Subscribing.Failed(one, "busy", Noon, 1, askedToWait: TimeSpan.FromDays(3000))!.AskAt - Noon);
    }

    [Fact]
    public void Another_hub_gets_another_callback_and_another_secret()
    {
        var one = Begin("https://a.example/", "https://b.example/");
        var other = Subscribing.Failed(Asked(one), "no answer", Noon, roll: 0)!;

        Assert.NotEqual(one.Callback, other.Callback);
        Assert.NotEqual(one.Secret, other.Secret);
    }

    [Fact]
    public void A_renewal_that_fails_keeps_the_lease_and_its_hub()
    {
        var held = Subscribing.Verified(Asked(Begin("https://a.example/", "https://b.example/")), "86400", Noon, 0);
        var failed = Subscribing.Failed(held, "no answer", Noon.AddHours(18), 0)!;

        Assert.Equal((held.Callback, held.Hub, held.LeaseEnds), (failed.Callback, failed.Hub, failed.LeaseEnds));
        Assert.Equal(Noon.AddHours(18).AddMinutes(1), failed.AskAt);
        Assert.Null(Subscribing.Ticked(failed, Noon.AddDays(1), 0)!.LeaseEnds);
    }

    [Fact]
    public void A_hub_that_takes_the_request_and_never_calls_back_has_failed()
    {
        var asked = Asked(Begin("https://hub.example/"));
        Assert.Same(asked, Subscribing.Ticked(asked, Noon.AddMinutes(9), 0));

        var failed = Subscribing.Ticked(asked, Noon.AddMinutes(10), 0)!;
        Assert.Equal((1, false), (failed.Failures, failed.Awaiting));
        Assert.Equal("hub.example took the request but has not called back at bot.example", failed.Note);

        // It may have been slow.
        Assert.True(Subscribing.Expects(failed, "subscribe", asked.Topic, Noon.AddMinutes(11)));
    }

    [Fact]
    public void A_farewell_is_said_three_times_at_most_and_not_where_nobody_knows_us()
    {
        Assert.Null(Subscribing.Leaving(Begin("https://hub.example/"), Noon));

        var leaving = Subscribing.Leaving(Asked(Begin("https://hub.example/")), Noon);
        leaving = Subscribing.Failed(leaving!, "no answer", Noon, 0);
        leaving = Subscribing.Failed(leaving!, "no answer", Noon, 0);
        Assert.Null(Subscribing.Failed(leaving!, "no answer", Noon, 0));
    }

    [Theory]
    [InlineData("https://bot.example", "https://bot.example/")]
    [InlineData(" https://bot.example/news ", "https://bot.example/news/")]
    [InlineData("https://bot.example/?a=b", null)]
    [InlineData("https://u:p@bot.example/", null)]
    [InlineData("ftp://bot.example/", null)]
    [InlineData("bot.example", null)]
    public void A_public_address_is_a_whole_web_address(string text, string? read) =>
        Assert.Equal(read, WebSubOptions.ReadPublicUrl(text)?.AbsoluteUri);

    [Theory]
    [InlineData("http://127.0.0.1:8080", "127.0.0.1:8080")]
    [InlineData("http://localhost:0/", "127.0.0.1:0")]
    [InlineData("http://[::1]:81", "[::1]:81")]
    [InlineData("http://0.0.0.0", "0.0.0.0:80")]
    [InlineData("https://127.0.0.1:8080", null)]
    [InlineData("http://bot.example:8080", null)]
    [InlineData("http://127.0.0.1:8080/websub", null)]
    [InlineData("8080", null)]
    public void What_is_listened_on_is_an_address_of_the_machine(string text, string? read) =>
        Assert.Equal(read, WebSubOptions.ReadListen(text)?.ToString());

    [Fact]
    public void A_callback_is_known_under_any_path_that_a_proxy_leaves()
    {
        var callback = Begin("https://hub.example/").Callback;

        Assert.Equal(callback, CallbackPath.Read($"/websub/{callback}"));
        Assert.Equal(callback, CallbackPath.Read($"/news/websub/{callback}"));
        Assert.Null(CallbackPath.Read($"/websub/{callback}/"));
        Assert.Null(CallbackPath.Read($"/websub/{callback[1..]}"));
        Assert.Null(CallbackPath.Read($"/websub/{callback[1..]}%"));
        Assert.Null(CallbackPath.Read($"/xwebsub/{callback}"));
        Assert.Null(CallbackPath.Read("/"));
        Assert.Null(CallbackPath.Read(null));
    }

    private static HubSubscription Begin(params string[] hubs) =>
        Subscribing.Begin(new FeedId(1), "https://wire.example/rss", [.. hubs.Select(hub => new Uri(hub))], PublicUrl, Noon);

    private static HubSubscription Asked(HubSubscription subscription) => Subscribing.Ticked(subscription, Noon, 0)!;
}
