using System.Net;
using System.Net.Sockets;
using Bot.Polling;
using Bot.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Polling;

/// <summary>Happy eyeballs, RFC 8305, on addresses that answer as the test says.</summary>
public sealed class GuardedDialerTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly Dictionary<string, Attempt> _attempts = [];

    [Fact]
    public async Task The_families_take_turns_each_with_a_head_start_of_a_quarter_second()
    {
        var dial = Dial("2606:4700::1", "2606:4700::2", "1.1.1.1", "1.1.1.2");
        Assert.Equal(["2606:4700::1"], _attempts.Keys);
        await PassAsync(249, 1);
        await PassAsync(1, 2);
        await PassAsync(250, 3);
        await PassAsync(250, 4);
        Assert.Equal(["2606:4700::1", "1.1.1.1", "2606:4700::2", "1.1.1.2"], _attempts.Keys);

        // The first is slow, and still wins.
        var stream = _attempts["2606:4700::1"].Succeed();
        Assert.Same(stream, await dial);
        Assert.All(_attempts.Values.Skip(1), loser => Assert.True(loser.Stopped));
    }

    [Fact]
    public async Task The_next_attempt_begins_at_once_when_the_one_before_fails()
    {
        var dial = Dial("2606:4700::1", "1.1.1.1");
        _attempts["2606:4700::1"].Fail(SocketError.NetworkUnreachable);
        await UntilAsync(() => _attempts.Count == 2);
        var stream = _attempts["1.1.1.1"].Succeed();
        Assert.Same(stream, await dial);
    }

    [Fact]
    public async Task A_connection_that_comes_too_late_is_closed()
    {
        var dial = Dial("2606:4700::1", "1.1.1.1");
        await PassAsync(250, 2);
        _attempts["1.1.1.1"].Succeed();
        await dial;

        var late = _attempts["2606:4700::1"].Succeed();
        await UntilAsync(() => !late.CanRead);
    }

    [Fact]
    public async Task When_all_fail_the_most_telling_failure_is_told()
    {
        var dial = Dial("2606:4700::1", "1.1.1.1");
        _attempts["2606:4700::1"].Fail(SocketError.NetworkUnreachable);
        await UntilAsync(() => _attempts.Count == 2);
        _attempts["1.1.1.1"].Fail(SocketError.ConnectionRefused);
        Assert.Equal(SocketError.ConnectionRefused, (await Assert.ThrowsAsync<SocketException>(() => dial)).SocketErrorCode);
    }

    [Fact]
    public async Task No_address_that_is_refused_is_tried_in_either_family()
    {
        var dial = Dial("fd00::1", "10.0.0.1", "::1", "::ffff:127.0.0.1", "64:ff9b::a00:1", "1.1.1.1");
        var stream = _attempts["1.1.1.1"].Succeed();
        Assert.Same(stream, await dial);
        Assert.Single(_attempts);
    }

    [Fact]
    public async Task A_host_of_refused_addresses_only_is_refused()
    {
        var refused = await Assert.ThrowsAsync<AddressRefusedException>(() => Dial("fd00::1", "10.0.0.1"));
        Assert.StartsWith("refused: host.test is a private address (fd00::1)", refused.Message, StringComparison.Ordinal);
        Assert.Empty(_attempts);
    }

    [Fact]
    public async Task A_stop_ends_every_attempt()
    {
        using var stop = new CancellationTokenSource();
        var dial = Dial(stop.Token, "2606:4700::1", "1.1.1.1");
        await PassAsync(250, 2);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => dial);
        Assert.All(_attempts.Values, attempt => Assert.True(attempt.Stopped));
    }

    private Task<Stream> Dial(params string[] addresses) => Dial(default, addresses);

    private Task<Stream> Dial(CancellationToken stop, params string[] addresses)
    {
        var dialer = new GuardedDialer(
            new AddressGuard([]), (_, _) => Task.FromResult<IPAddress[]>([.. addresses.Select(IPAddress.Parse)]), _clock, ConnectAsync);
        return dialer.ConnectAsync("host.test", 443, stop);
    }

    private Task<Stream> ConnectAsync(IPEndPoint endPoint, CancellationToken stop)
    {
        var attempt = new Attempt(stop);
        lock (_attempts)
            _attempts[endPoint.Address.ToString()] = attempt;
        return attempt.Task;
    }

    private async Task PassAsync(int milliseconds, int attempts)
    {
        _clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
        await UntilAsync(() => _attempts.Count >= attempts);
        Assert.Equal(attempts, _attempts.Count);
    }

    private async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience.ForAnEvent);
        while (true)
        {
            lock (_attempts)
            {
                if (condition())
                    return;
            }

            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private sealed class Attempt(CancellationToken stop)
    {
        private readonly TaskCompletionSource<Stream> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<Stream> Task => _end.Task;

        public bool Stopped => stop.IsCancellationRequested;

        public MemoryStream Succeed()
        {
            var stream = new MemoryStream();
            _end.SetResult(stream);
            return stream;
        }

        public void Fail(SocketError error) => _end.SetException(new SocketException((int)error));
    }
}
