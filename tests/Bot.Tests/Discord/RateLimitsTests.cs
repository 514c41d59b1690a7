using System.Text.Json;
using Bot.Discord;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Discord;

public sealed class RateLimitsTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void A_bucket_is_shared_by_routes_but_not_by_channels()
    {
        var limits = new RateLimits(_time);
        var post = DiscordRoute.PostMessage("1");
        limits.Learn(post, new RateHeaders("b", 0, TimeSpan.FromSeconds(4)), null, global: false);
        limits.Learn(DiscordRoute.Messages("9"), new RateHeaders("b", 5, TimeSpan.FromSeconds(4)), null, global: false);

        Assert.Equal(TimeSpan.FromSeconds(4), limits.TakeOrWait(post));
        Assert.Equal(TimeSpan.FromSeconds(4), limits.TakeOrWait(DiscordRoute.Messages("1", 7)));
        Assert.Equal(TimeSpan.Zero, limits.TakeOrWait(DiscordRoute.PostMessage("2")));
        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(TimeSpan.Zero, limits.TakeOrWait(post));
    }

    [Fact]
    public void What_remains_is_counted_down_before_the_next_answer_says_so()
    {
        var limits = new RateLimits(_time);
        var post = DiscordRoute.PostMessage("1");
        limits.Learn(post, new RateHeaders("b", 2, TimeSpan.FromSeconds(5)), null, global: false);

        Assert.Equal(TimeSpan.Zero, limits.TakeOrWait(post));
        Assert.Equal(TimeSpan.Zero, limits.TakeOrWait(post));
        Assert.Equal(TimeSpan.FromSeconds(5), limits.TakeOrWait(post));
    }

    [Fact]
    public void A_second_takes_no_more_than_Discord_allows_and_interactions_do_not_count()
    {
        var limits = new RateLimits(_time);
        var sent = Enumerable.Range(0, 100).TakeWhile(at => limits.TakeOrWait(DiscordRoute.PostMessage($"{at}")) == TimeSpan.Zero).Count();

        Assert.InRange(sent, 30, 50);
        Assert.Equal(TimeSpan.Zero, limits.TakeOrWait(DiscordRoute.Callback("1", "t")));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.Zero, limits.TakeOrWait(DiscordRoute.PostMessage("200")));
    }

    [Fact]
    public void The_brake_holds_before_ten_thousand_refusals_in_ten_minutes()
    {
        var invalid = new InvalidRequests(_time);
        for (var count = 0; count < InvalidRequests.Most; count++)
            invalid.Count();

        Assert.Equal(TimeSpan.FromMinutes(10), invalid.Brake());
        _time.Advance(TimeSpan.FromMinutes(10));
        Assert.Null(invalid.Brake());
    }

    [Fact]
    public void A_form_error_names_its_fields()
    {
        var body = JsonDocument.Parse(
            """
            {"code": 50035, "message": "Invalid Form Body",
             "errors": {"embeds": {"0": {"description": {"_errors": [{"code": "BASE_TYPE_MAX_LENGTH", "message": "Must be 4096 or fewer in length."}]}}}}}
            """).RootElement;

        var refused = DiscordError.Read(400, body);

        Assert.Equal("Invalid Form Body: embeds.0.description: Must be 4096 or fewer in length.", refused.Message);
    }

    [Theory]
    [InlineData(1, 0, 0.5)]
    [InlineData(1, 1, 1)]
    [InlineData(4, 0, 4)]
    [InlineData(1000, 1, 120)]
    public void Coming_back_takes_longer_each_time(int failures, double jitter, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Backoff.After(failures, jitter));
}
