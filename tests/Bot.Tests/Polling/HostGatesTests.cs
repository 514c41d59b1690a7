using Bot.Polling;
using Bot.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Polling;

public sealed class HostGatesTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly Uri A = new("https://a.example/rss");
    private static readonly Uri B = new("https://b.example/rss");

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task So_many_are_let_in_at_once_and_the_others_in_the_order_in_which_they_came()
    {
        using var gates = new HostGates(2, 100, _clock);
        var visits = Enumerable.Range(0, 5).Select(_ => gates.Visit()).ToList();
        var turns = visits.Select(visit => visit.GoToAsync(A, Second, default).AsTask()).ToList();
        Assert.Equal([true, true, false, false, false], turns.Select(turn => turn.IsCompleted));

        visits[1].LeaveHost(TimeSpan.Zero);
        await turns[2];
        visits[0].LeaveHost(TimeSpan.Zero);
        await turns[3];
        Assert.False(turns[4].IsCompleted);
    }

    [Fact]
    public async Task A_host_is_let_alone_between_the_end_of_one_request_and_the_start_of_the_next()
    {
        using var gates = new HostGates(1, 100, _clock);
        var (first, second) = (gates.Visit(), gates.Visit());
        await first.GoToAsync(A, Second, default);
        _clock.Advance(TimeSpan.FromMinutes(1)); // however long the request took
        first.LeaveHost(Second);

        var turn = second.GoToAsync(A, Second, default).AsTask();
        _clock.Advance(TimeSpan.FromSeconds(0.999));
        Assert.False(turn.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.001));
        await turn;
    }

    [Fact]
    public async Task Who_comes_after_the_pause_does_not_wait()
    {
        using var gates = new HostGates(1, 100, _clock);
        using (var first = gates.Visit())
        {
            await first.GoToAsync(A, Second, default);
            first.LeaveHost(Second);
        }

        _clock.Advance(Second);
        Assert.True(gates.Visit().GoToAsync(A, Second, default).AsTask().IsCompleted);
    }

    [Fact]
    public async Task A_thousand_feeds_of_one_host_take_their_turns_and_none_is_passed_over()
    {
        using var gates = new HostGates(2, 64, _clock);
        List<int> order = [];
        var polls = Enumerable.Range(0, 1000).Select(async number =>
        {
            using var visit = gates.Visit();
            await visit.GoToAsync(A, Second, default);
            visit.LeaveHost(Second);
            lock (order)
                order.Add(number);
        }).ToList();

        for (var second = 1; second < 500; second++)
        {
            var due = 2 * second;
            await ReachedAsync(due);
            _clock.Advance(Second);
        }

        await Task.WhenAll(polls);
        Assert.All(order.Index(), one => Assert.InRange(one.Item, one.Index - 1, one.Index + 1));

        async Task ReachedAsync(int count)
        {
            using var patience = new CancellationTokenSource(Patience.ForAnEvent);
            while (true)
            {
                lock (order)
                {
                    if (order.Count >= count)
                        break;
                }

                patience.Token.ThrowIfCancellationRequested();
                await Task.Yield();
            }

            lock (order)
                Assert.Equal(count, order.Count);
        }
    }

    [Fact]
    public async Task Who_waits_at_a_gate_takes_no_place_from_other_hosts()
    {
        using var gates = new HostGates(1, 2, _clock);
        await gates.Visit().GoToAsync(A, Second, default);
        var waiting = Enumerable.Range(0, 10).Select(_ => gates.Visit().GoToAsync(A, Second, default).AsTask()).ToList();

        await gates.Visit().GoToAsync(B, Second, default);
        Assert.All(waiting, turn => Assert.False(turn.IsCompleted));
    }

    [Fact]
    public async Task There_are_only_so_many_places_and_one_is_kept_until_the_feed_is_digested()
    {
        using var gates = new HostGates(1, 1, _clock);
        var first = gates.Visit();
        await first.GoToAsync(A, Second, default);
        first.LeaveHost(Second);
        var second = gates.Visit().GoToAsync(B, Second, default).AsTask();
        Assert.False(second.IsCompleted);
        first.Dispose();
        await second;
    }

    [Fact]
    public async Task Two_polls_that_want_each_others_host_do_not_wait_for_ever()
    {
        using var gates = new HostGates(1, 2, _clock);
        var (first, second) = (gates.Visit(), gates.Visit());
        await first.GoToAsync(A, TimeSpan.Zero, default);
        await second.GoToAsync(B, TimeSpan.Zero, default);
        var one = first.GoToAsync(B, TimeSpan.Zero, default).AsTask();
        var other = second.GoToAsync(A, TimeSpan.Zero, default).AsTask();
        await Task.WhenAll(one, other);
    }

    [Fact]
    public async Task Who_gives_up_waiting_is_passed_over()
    {
        using var gates = new HostGates(1, 10, _clock);
        var first = gates.Visit();
        await first.GoToAsync(A, Second, default);
        using var stop = new CancellationTokenSource();
        var second = gates.Visit().GoToAsync(A, Second, stop.Token).AsTask();
        var third = gates.Visit().GoToAsync(A, Second, default).AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        first.Dispose();
        await third;
    }

    [Fact]
    public async Task Hosts_that_are_not_asked_any_more_are_forgotten()
    {
        using var gates = new HostGates(1, 10, _clock);
        for (var i = 0; i < 10_000; i++)
        {
            using var visit = gates.Visit();
            await visit.GoToAsync(new Uri($"https://host{i}.example/"), Second, default);
            visit.LeaveHost(Second);
            _clock.Advance(TimeSpan.FromSeconds(0.1));
        }

        Assert.InRange(gates.Count, 1, 200);
    }

    [Theory]
    [InlineData("https://A.example./x", true)]
    [InlineData("http://a.example/", true)]
    [InlineData("https://a.example:8443/", false)]
    [InlineData("https://www.a.example/", false)]
    public void A_site_is_a_host_and_a_port_that_is_not_the_usual_one(string url, bool same) =>
        Assert.Equal(same, HostGates.KeyOf(A) == HostGates.KeyOf(new Uri(url)));
}
