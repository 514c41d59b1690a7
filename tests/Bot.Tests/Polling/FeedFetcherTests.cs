using System.IO.Compression;
using System.Net;
using System.Text;
using Bot.Polling;
using Bot.Tests.Fakes;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Polling;

public sealed class FeedFetcherTests : IAsyncLifetime, IDisposable
{
    private const string Rss = "<rss version='2.0'><channel><title>Example</title></channel></rss>";

    private readonly WatchedClock _clock = new(new DateTimeOffset(2025, 1, 15, 12, 0, 0, TimeSpan.Zero));
    private readonly PollingOptions _options = new() { AllowedNetworks = ["127.0.0.0/8"], MaxBodyBytes = 100_000 };
    private FakeFeedSite _site = null!;
    private FeedFetcher? _fetcher;

    // Names under .test are all this machine, but for those that a test makes hostile.
    private ResolveHost _resolve = (host, _) => Task.FromResult<IPAddress[]>(
        [IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? literal : IPAddress.Loopback]);

    private FeedFetcher Fetcher => _fetcher ??= new FeedFetcher(Options.Create(_options), _clock, (host, token) => _resolve(host, token));

    public async Task InitializeAsync() => _site = await FakeFeedSite.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    public void Dispose() => _fetcher?.Dispose();

    [Fact]
    public async Task A_feed_comes_with_what_its_next_poll_needs()
    {
        _site.On("/rss", async context =>
        {
            context.Response.Headers.ETag = "\"v1\"";
            context.Response.Headers.LastModified = "Wed, 15 Jan 2025 11:00:00 GMT";
            context.Response.Headers.CacheControl = "public, max-age=900";
            context.Response.Headers.Age = "100";
            context.Response.ContentType = "application/rss+xml; charset=utf-8";
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(Rss));
        });

        var fetched = await FetchedAsync("/rss");
        Assert.Equal(Rss, Encoding.UTF8.GetString(fetched.Body.Span));
        Assert.Equal(("application/rss+xml; charset=utf-8", _site.Url("/rss")), (fetched.ContentType, fetched.FinalUrl));
        Assert.Equal(("\"v1\"", "Wed, 15 Jan 2025 11:00:00 GMT"), (fetched.ETag, fetched.LastModified));
        Assert.Equal(TimeSpan.FromSeconds(800), fetched.FreshFor);
        Assert.Null(fetched.MovedTo);
    }

    [Fact]
    public async Task The_bot_says_who_it_is_and_takes_no_cookie()
    {
        _site.Answer("/rss", 200, "Set-Cookie: id=42; Path=/");
        await FetchAsync("/rss");
        await FetchAsync("/rss");

        Assert.Equal(2, _site.CountOf("/rss"));
        Assert.All(_site.Requests, request =>
        {
            Assert.Matches(@"^NewsAlertBot/\d+\.\d+\.\d+ \(feed reader; \+https://\S+\)$", request.Header("User-Agent"));
            Assert.Contains("application/rss+xml", request.Header("Accept"), StringComparison.Ordinal);
            Assert.Equal("gzip, deflate, br", request.Header("Accept-Encoding"));
            Assert.Null(request.Header("Cookie"));
            Assert.Null(request.Header("traceparent"));
        });
    }

    [Theory]
    [InlineData("\"v1\"")]
    [InlineData("W/\"v1\"")]
    [InlineData("unquoted-with spaces")]
    [InlineData("\"\"odd\"\"quotes\"")]
    [InlineData("w/\"lower, with comma\"-gzip")]
    [InlineData("\"b\u00FCcher\"")] // a byte that is not ASCII
    public async Task Validators_go_back_byte_for_byte(string etag)
    {
        const string Date = "wed, 15-Jan-2025 1:02:03 +0100";
        _site.On("/rss", async context =>
        {
            context.Response.Headers.ETag = etag;
            context.Response.Headers.LastModified = Date;
            var known = context.Request.Headers.IfNoneMatch == etag && context.Request.Headers.IfModifiedSince == Date;
            context.Response.StatusCode = known ? 304 : 200;
            if (!known)
                await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(Rss));
        });

        var first = await FetchedAsync("/rss");
        var second = await Fetcher.FetchAsync(new FetchRequest(_site.Url("/rss"), first.ETag, first.LastModified), default);
        Assert.Equal((etag, Date), (first.ETag, first.LastModified));
        Assert.IsType<FetchOutcome.NotModified>(second);
    }

    [Fact]
    public async Task Not_modified_means_nothing_to_one_who_has_nothing()
    {
        _site.Answer("/rss", 304);
        Assert.IsType<FetchOutcome.TryLater>(await FetchAsync("/rss"));
    }

    [Theory]
    [InlineData(301, true)]
    [InlineData(302, false)]
    [InlineData(303, false)]
    [InlineData(307, false)]
    [InlineData(308, true)]
    public async Task A_redirect_is_followed_and_only_a_lasting_one_is_a_move(int status, bool lasts)
    {
        _site.Redirect("/old", "new?x=1", status).Serve("/new?x=1", Rss);
        var fetched = await FetchedAsync("/old");
        Assert.Equal(_site.Url("/new?x=1"), fetched.FinalUrl);
        Assert.Equal(lasts ? fetched.FinalUrl : null, fetched.MovedTo);
    }

    [Fact]
    public async Task A_feed_has_moved_as_far_as_the_lasting_redirects_reach()
    {
        _site.Redirect("/a", "/b", 301).Redirect("/b", "/c").Redirect("/c", "/d", 301).Serve("/d", Rss);
        Assert.Equal(_site.Url("/b"), (await FetchedAsync("/a")).MovedTo);
    }

    [Fact]
    public async Task Validators_are_sent_to_the_address_that_gave_them()
    {
        _site.Redirect("/old", "/new").Serve("/new", Rss, etag: "\"1\"");
        var first = await FetchedAsync("/old");
        var second = await Fetcher.FetchAsync(new FetchRequest(_site.Url("/old"), first.ETag, null, first.FinalUrl), default);
        Assert.IsType<FetchOutcome.NotModified>(second);

        // The redirect now leads to another page, which happens to call itself "1" too.
        _site.Redirect("/old", "/other").Serve("/other", Rss, etag: "\"1\"");
        var third = await Fetcher.FetchAsync(new FetchRequest(_site.Url("/old"), first.ETag, null, first.FinalUrl), default);
        Assert.IsType<FetchOutcome.Fetched>(third);
        Assert.All(_site.Requests.Where(request => request.Path == "/old"), request => Assert.Null(request.Header("If-None-Match")));
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/", "refused: 169.254.169.254 is a cloud metadata address (169.254.169.254); add it to Polling:AllowedNetworks to allow it")]
    [InlineData("http://[::1]/", "refused: [::1] is a loopback address (::1); add it to Polling:AllowedNetworks to allow it")]
    [InlineData("http://[::ffff:10.0.0.1]/", "refused: [::ffff:10.0.0.1] is a private address (::ffff:10.0.0.1); add it to Polling:AllowedNetworks to allow it")]
    [InlineData("http://0xA9FEA9FE/", "refused: 169.254.169.254 is a cloud metadata address (169.254.169.254); add it to Polling:AllowedNetworks to allow it")]
    [InlineData("file:///etc/passwd", "redirected to an address that is neither http nor https (file)")]
    [InlineData("gopher://example.org/", "redirected to an address that is neither http nor https (gopher)")]
    public async Task A_redirect_to_where_no_feed_may_lead_is_refused(string location, string reason)
    {
        _site.Redirect("/rss", location);
        Assert.Equal(reason, Assert.IsType<FetchOutcome.Refused>(await FetchAsync("/rss")).Reason);
    }

    [Theory]
    [InlineData("http://10.0.0.1/rss")]
    [InlineData("ftp://example.org/rss")]
    public async Task A_feeds_own_address_is_held_to_the_same(string url) =>
        Assert.IsType<FetchOutcome.Refused>(await Fetcher.FetchAsync(new FetchRequest(new Uri(url)), default));

    [Fact]
    public async Task A_host_with_a_private_address_beside_an_allowed_one_is_fetched_from_the_allowed_one()
    {
        _site.Serve("/rss", Rss);
        _resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("10.0.0.1"), IPAddress.IPv6Loopback, IPAddress.Loopback]);
        Assert.IsType<FetchOutcome.Fetched>(await FetchHostAsync("mixed.test"));
    }

    [Fact]
    public async Task A_host_is_looked_up_once_for_a_connection_so_that_its_second_answer_changes_nothing()
    {
        var lookups = 0;
        _site.Serve("/rss", Rss);
        _resolve = (_, _) => Task.FromResult<IPAddress[]>([lookups++ == 0 ? IPAddress.Loopback : IPAddress.Parse("10.0.0.1")]);
        Assert.IsType<FetchOutcome.Fetched>(await FetchHostAsync("rebind.test"));
        Assert.Equal(1, lookups);
    }

    [Fact]
    public async Task A_host_that_turns_to_a_private_address_is_refused_at_its_next_connection()
    {
        _site.On("/rss", async context =>
        {
            context.Response.Headers.Connection = "close";
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(Rss));
        });
        Assert.IsType<FetchOutcome.Fetched>(await FetchHostAsync("rebind.test"));

        _resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("10.0.0.1")]);
        Assert.Equal(
            "refused: rebind.test is a private address (10.0.0.1); add it to Polling:AllowedNetworks to allow it",
            Assert.IsType<FetchOutcome.Refused>(await FetchHostAsync("rebind.test")).Reason);
    }

    [Fact]
    public async Task A_host_in_any_script_is_looked_up_by_its_ascii_name()
    {
        string? asked = null;
        _site.Serve("/rss", Rss);
        _resolve = (host, _) =>
        {
            asked = host;
            return Task.FromResult<IPAddress[]>([IPAddress.Loopback]);
        };
        Assert.IsType<FetchOutcome.Fetched>(await FetchHostAsync("b\u00FCcher.test"));
        Assert.Equal("xn--bcher-kva.test", asked);
    }

    [Fact]
    public async Task A_redirect_in_a_circle_ends()
    {
        _site.Redirect("/a", "/b").Redirect("/b", "/a");
        var refused = Assert.IsType<FetchOutcome.Refused>(await FetchAsync("/a"));
        Assert.StartsWith("redirects in a circle", refused.Reason, StringComparison.Ordinal);
        Assert.Equal(2, _site.Requests.Count);
    }

    [Fact]
    public async Task Five_redirects_are_followed_and_no_sixth()
    {
        for (var i = 1; i <= 6; i++)
            _site.Redirect($"/{i}", $"/{i + 1}");
        _site.Serve("/7", Rss);

        Assert.IsType<FetchOutcome.Fetched>(await FetchAsync("/2"));
        Assert.Equal("redirected more than 5 times", Assert.IsType<FetchOutcome.Refused>(await FetchAsync("/1")).Reason);
    }

    [Fact]
    public async Task Credentials_in_the_address_go_to_its_host_and_to_no_other()
    {
        _site.Redirect("/rss", "/here").Redirect("/here", $"http://x:y@other.test:{_site.Port}/there").Serve("/there", Rss);
        var fetched = Assert.IsType<FetchOutcome.Fetched>(await Fetcher.FetchAsync(
            new FetchRequest(new Uri($"http://us%65r:p%40ss@example.test:{_site.Port}/rss")), default));

        var basic = "Basic " + Convert.ToBase64String("user:p@ss"u8);
        Assert.Equal([basic, basic, null], _site.Requests.Select(request => request.Header("Authorization")));
        Assert.Equal($"http://other.test:{_site.Port}/there", fetched.FinalUrl.AbsoluteUri);
    }

    [Fact]
    public void No_secret_of_an_address_gets_into_a_log() =>
        Assert.Equal("https://example.org:8443/rss", FeedAddress.ForLog(new Uri("https://u:p@example.org:8443/rss?key=secret#x")));

    [Theory]
    [InlineData(403, "HTTP 403 Forbidden")]
    [InlineData(404, "HTTP 404 Not Found")]
    [InlineData(302, "HTTP 302 Found without an address to go to")]
    public async Task An_error_of_ours_is_a_refusal(int status, string reason)
    {
        _site.Answer("/rss", status);
        Assert.Equal(reason, Assert.IsType<FetchOutcome.Refused>(await FetchAsync("/rss")).Reason);
    }

    [Theory]
    [InlineData(429, "HTTP 429 Too Many Requests", "120", 120)]
    [InlineData(503, "HTTP 503 Service Unavailable", "Wed, 15 Jan 2025 12:10:00 GMT", 600)]
    [InlineData(500, "HTTP 500 Internal Server Error", "soon", null)]
    [InlineData(503, "HTTP 503 Service Unavailable", "Wed, 15 Jan 2025 11:00:00 GMT", null)]
    [InlineData(503, "HTTP 503 Service Unavailable", "Wednesday, 15-Jan-25 12:10:00 GMT", 600)]
    public async Task An_error_of_theirs_is_tried_later_when_they_say(int status, string reason, string retryAfter, int? seconds)
    {
        _site.Answer("/rss", status, $"Retry-After: {retryAfter}");
        var later = Assert.IsType<FetchOutcome.TryLater>(await FetchAsync("/rss"));
        Assert.Equal((reason, seconds), (later.Reason, (int?)later.RetryAfter?.TotalSeconds));
    }

    [Fact]
    public async Task A_feed_that_is_gone_is_said_to_be_gone()
    {
        _site.Answer("/rss", 410);
        Assert.IsType<FetchOutcome.Gone>(await FetchAsync("/rss"));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("GZIP")]
    [InlineData("deflate")]
    [InlineData("raw deflate")]
    [InlineData("br")]
    [InlineData("identity")]
    [InlineData("utf-8")] // a charset that strayed into the wrong header
    [InlineData("br, gzip")] // twice over, gzip last
    [InlineData("gzip announced, plain sent")]
    [InlineData("gzip sent, nothing announced")]
    public async Task A_body_is_inflated_whatever_the_server_calls_it(string how)
    {
        var plain = Encoding.UTF8.GetBytes(Rss);
        var (header, body) = how.ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" => (how, Compress(plain, stream => new GZipStream(stream, CompressionLevel.Fastest))),
            "deflate" => (how, Compress(plain, stream => new ZLibStream(stream, CompressionLevel.Fastest))),
            "raw deflate" => ("deflate", Compress(plain, stream => new DeflateStream(stream, CompressionLevel.Fastest))),
            "br" => (how, Compress(plain, stream => new BrotliStream(stream, CompressionLevel.Fastest))),
            "br, gzip" => (how, Compress(
                Compress(plain, stream => new BrotliStream(stream, CompressionLevel.Fastest)),
                stream => new GZipStream(stream, CompressionLevel.Fastest))),
            "gzip announced, plain sent" => ("gzip", plain),
            "gzip sent, nothing announced" => (null, Compress(plain, stream => new GZipStream(stream, CompressionLevel.Fastest))),
            _ => (how, plain),
        };
        ServeEncoded("/rss", header, body);
        Assert.Equal(Rss, Encoding.UTF8.GetString((await FetchedAsync("/rss")).Body.Span));
    }

    [Theory]
    [InlineData("zstd", "its body is compressed with zstd, which was not asked for")]
    [InlineData("deflate", "its body is damaged (deflate data that cannot be inflated)")]
    [InlineData("br", "its body is damaged (br data that cannot be inflated)")]
    [InlineData("gzip, gzip, gzip, gzip", "its body is compressed too many times over")]
    public async Task A_body_that_cannot_be_inflated_is_said_to_be_so(string encoding, string reason)
    {
        ServeEncoded("/rss", encoding, [.. Enumerable.Repeat((byte)0xFF, 40)]);
        Assert.Equal(reason, Assert.IsType<FetchOutcome.TryLater>(await FetchAsync("/rss")).Reason);
    }

    [Fact]
    public async Task A_bomb_is_given_up_at_the_limit()
    {
        ServeEncoded("/rss", "gzip", Compress(new byte[50_000_000], stream => new GZipStream(stream, CompressionLevel.SmallestSize)));
        Assert.Equal(
            "larger than 100000 bytes (Polling:MaxBodyBytes)", Assert.IsType<FetchOutcome.Refused>(await FetchAsync("/rss")).Reason);
    }

    [Fact]
    public async Task A_body_that_never_ends_is_given_up_at_the_limit()
    {
        _site.NeverEnd("/rss");
        Assert.Contains("larger than", Assert.IsType<FetchOutcome.Refused>(await FetchAsync("/rss")).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100_000, true)]
    [InlineData(100_001, false)]
    public async Task A_body_may_be_as_large_as_the_limit_and_no_larger(int size, bool taken)
    {
        _site.Serve("/announced", new byte[size]);
        _site.On("/chunked", async context => await context.Response.Body.WriteAsync(new byte[size]));
        ServeEncoded("/packed", "gzip", Compress(new byte[size], stream => new GZipStream(stream, CompressionLevel.Fastest)));
        foreach (var path in (string[])["/announced", "/chunked", "/packed"])
            Assert.Equal(taken, await FetchAsync(path) is FetchOutcome.Fetched { Body.Length: var length } && length == size);
    }

    [Fact]
    public async Task The_time_limit_covers_the_wait_for_an_answer()
    {
        _site.Hang("/rss");
        Assert.Equal("timed out after 20 s: 127.0.0.1 took the connection and does not answer", Assert.IsType<FetchOutcome.TryLater>(await TimeOutAsync("/rss")).Reason);
    }

    [Fact]
    public async Task The_time_limit_covers_the_body()
    {
        // Who has the headers of an answer looks at the clock, for what they say of the next poll.
        _site.HangAfter("/rss", "<rss>", first: _clock.Watch);
        var fetch = FetchAsync("/rss");
        await _clock.LookAsync();
        _clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(
            "timed out after 20 s, in the middle of an answer that 127.0.0.1 sends too slowly", Assert.IsType<FetchOutcome.TryLater>(await fetch).Reason);
    }

    [Fact]
    public async Task A_stop_is_no_outcome()
    {
        _site.Hang("/rss");
        using var stop = new CancellationTokenSource();
        var fetch = Fetcher.FetchAsync(new FetchRequest(_site.Url("/rss")), stop.Token);
        await _site.ArrivalAsync();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetch);
    }

    [Fact]
    public async Task A_connection_that_is_dropped_is_named()
    {
        _site.Drop("/rss");
        Assert.Equal(
            "127.0.0.1 closed the connection before its answer was complete",
            Assert.IsType<FetchOutcome.TryLater>(await FetchAsync("/rss")).Reason);
    }

    [Fact]
    public async Task A_host_that_does_not_exist_is_named()
    {
        _resolve = (_, _) => throw new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.HostNotFound);
        Assert.Equal("no host named nowhere.test is known to DNS", Assert.IsType<FetchOutcome.TryLater>(await FetchHostAsync("nowhere.test")).Reason);
    }

    [Fact]
    public async Task A_port_that_nobody_listens_on_is_named()
    {
        // Taken, so that nobody else gets it meanwhile.
        using var taken = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var url = new Uri($"http://127.0.0.1:{((IPEndPoint)taken.LocalEndPoint!).Port}/rss");
        var later = Assert.IsType<FetchOutcome.TryLater>(await Fetcher.FetchAsync(new FetchRequest(url), default));
        Assert.Equal("127.0.0.1 refuses the connection", later.Reason);
    }

    [Fact]
    public async Task A_server_that_speaks_no_tls_is_named()
    {
        var later = Assert.IsType<FetchOutcome.TryLater>(await Fetcher.FetchAsync(
            new FetchRequest(new Uri($"https://127.0.0.1:{_site.Port}/rss")), default));
        Assert.StartsWith("no secure connection to 127.0.0.1", later.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_with_nothing_in_it_is_tried_later()
    {
        _site.Answer("/rss", 202);
        Assert.Equal("HTTP 202 Accepted with nothing in it", Assert.IsType<FetchOutcome.TryLater>(await FetchAsync("/rss")).Reason);
    }

    private Task<FetchOutcome> FetchAsync(string path) => Fetcher.FetchAsync(new FetchRequest(_site.Url(path)), default);

    private Task<FetchOutcome> FetchHostAsync(string host) =>
        Fetcher.FetchAsync(new FetchRequest(new Uri($"http://{host}:{_site.Port}/rss")), default);

    private async Task<FetchOutcome.Fetched> FetchedAsync(string path) => Assert.IsType<FetchOutcome.Fetched>(await FetchAsync(path));

    private async Task<FetchOutcome> TimeOutAsync(string path)
    {
        var fetch = FetchAsync(path);
        await _site.ArrivalAsync();
        _clock.Advance(TimeSpan.FromSeconds(19));
        Assert.False(fetch.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        return await fetch;
    }

    private void ServeEncoded(string path, string? encoding, byte[] body) => _site.On(path, async context =>
    {
        if (encoding is not null)
            context.Response.Headers.ContentEncoding = encoding;
        await context.Response.Body.WriteAsync(body);
    });

    private static byte[] Compress(byte[] plain, Func<Stream, Stream> compressor)
    {
        var packed = new MemoryStream();
        using (var stream = compressor(packed))
            stream.Write(plain);
        return packed.ToArray();
    }

    /// <summary>Tells when somebody looks at it.</summary>
    private sealed class WatchedClock(DateTimeOffset start) : FakeTimeProvider(start)
    {
        private readonly TaskCompletionSource _looked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private volatile bool _watched;

        public override DateTimeOffset GetUtcNow()
        {
            if (_watched)
                _looked.TrySetResult();
            return base.GetUtcNow();
        }

        public void Watch() => _watched = true;

        public Task LookAsync() => _looked.Task.WaitAsync(Patience.ForAnEvent);
    }
}
