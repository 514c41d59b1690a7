using Bot.Storage;
using Bot.WebSub;

namespace Bot.Tests.WebSub;

public sealed class HubTrustTests
{
    private static readonly DateTimeOffset Noon = new(2025, 1, 15, 12, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// What happens, minute by minute: <c>d2</c> a delivery with two items that polling had not found, <c>d0</c> one with none,
    /// <c>p</c> polling finds something that the hub has not brought, <c>!</c> the hub pings.
    /// </summary>
    [Theory]
    [InlineData("", 0, false)] // a lease alone proves nothing
    [InlineData("0:d1", 0, true)]
    [InlineData("0:d0", 0, true)] // an update of what is known proves that the hub works
    [InlineData("0:p", 5, false)] // nor does what polling finds
    [InlineData("0:p 1:d0", 1, true)] // the poll was a minute faster
    [InlineData("0:d1 60:p", 69, true)] // some minutes are the hub's
    [InlineData("0:d1 60:p", 70, false)]
    [InlineData("0:d1 60:p 69:d0", 200, true)]
    [InlineData("0:d1 60:p 65:p", 70, false)] // a second find does not move the deadline
    [InlineData("0:d1 60:p 75:d0", 75, false)] // what comes too late does not count,
    [InlineData("0:d1 60:p 75:d0 90:d0", 90, false)]
    [InlineData("0:d1 60:p 75:d1", 75, true)] // but what comes before polling does
    [InlineData("0:!", 0, true)]
    [InlineData("0:! 1:p", 30, true)] // a poll that a ping caused finds what the hub meant
    [InlineData("0:! 15:p", 25, false)]
    [InlineData("0:d1", 1000, true)] // a feed without news says nothing against its hub
    [InlineData("0:d1", 1440, false)] // but no lease, no trust
    public void A_hub_is_relied_on_while_it_brings_what_is_new(string events, int minute, bool relied)
    {
        var subscription = Subscribing.Begin(new FeedId(1), "https://wire.example/rss", [new Uri("https://hub.example/")], new Uri("https://bot.example/"), Noon);
        subscription = subscription with { LeaseEnds = Noon.AddDays(1) };
        foreach (var one in events.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (at, what) = (Noon.AddMinutes(int.Parse(one.Split(':')[0])), one.Split(':')[1]);
            subscription = what[0] switch
            {
                'd' => HubTrust.Delivered(subscription, what[1] - '0', at),
                'p' => HubTrust.Missed(subscription, at),
                _ => HubTrust.Pinged(subscription, at),
            };
        }

        Assert.Equal(relied, HubTrust.Delivers(subscription, Noon.AddMinutes(minute)));
    }
}
