using System.Globalization;
using Bot.Polling;

namespace Bot.Tests.Polling;

public sealed class AnswerHeadersTests
{
    private static readonly DateTimeOffset Now = new(2025, 1, 15, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("120", 120)]
    [InlineData(" 120 ", 120)]
    [InlineData("120.5", 121)]
    [InlineData("\"120\"", 120)]
    [InlineData("Wed, 15 Jan 2025 12:10:00 GMT", 600)]
    [InlineData("Wednesday, 15-Jan-25 12:10:00 GMT", 600)] // RFC 850
    [InlineData("Wed Jan 15 12:10:00 2025", 600)] // asctime
    [InlineData("Mon, 15 Jan 2025 12:10 UTC", 600)] // a wrong weekday, no seconds
    [InlineData("Wed, 15 Jan 2025 13:10:00 +0100", 600)]
    [InlineData("0", null)]
    [InlineData("-1", null)]
    [InlineData("soon", null)]
    [InlineData("", null)]
    [InlineData("1e9", null)]
    [InlineData("2 minutes", null)]
    [InlineData("Wed, 15 Jan 2025 11:00:00 GMT", null)]
    [InlineData("Wed, 32 Jan 2025 11:00:00 GMT", null)]
    [InlineData("Wed, 15 Jan 2025 25:00:00 GMT", null)]
    [InlineData("99999999999999999999999999", 315_360_000)] // ten years stand for "for ever"
    public void What_a_server_asks_to_wait_is_read_in_every_form(string retryAfter, int? seconds) =>
        Assert.Equal(seconds, Seconds(Headers(("Retry-After", retryAfter)).RetryAfter(Now)));

    [Theory]
    [InlineData("max-age=900", null, null, 900)]
    [InlineData("max-age=900", null, "100", 800)]
    [InlineData("max-age=900", null, "nonsense", 900)]
    [InlineData("max-age=900", null, "900", null)]
    [InlineData("public, MAX-AGE=\"900\", immutable", null, null, 900)]
    [InlineData("max-age = 900", null, null, 900)]
    [InlineData("s-maxage=60, max-age=900", null, null, 900)]
    [InlineData("s-maxage=60", null, null, null)]
    [InlineData("max-age=900, max-age=60", null, null, 900)]
    [InlineData("max-age=900, no-cache", null, null, null)]
    [InlineData("no-store, max-age=900", null, null, null)]
    [InlineData("no-cache=\"Set-Cookie, X\", max-age=900", null, null, 900)]
    [InlineData("private=\"max-age=1\", max-age=900", null, null, 900)]
    [InlineData("max-age=0", "Wed, 15 Jan 2025 13:00:00 GMT", null, null)]
    [InlineData("max-age=often", "Wed, 15 Jan 2025 13:00:00 GMT", null, null)]
    [InlineData("max-age=-1", "Wed, 15 Jan 2025 13:00:00 GMT", null, null)]
    [InlineData("immutable", null, null, null)]
    [InlineData("must-revalidate", "Wed, 15 Jan 2025 13:00:00 GMT", null, 3600)]
    [InlineData(null, "Wed, 15 Jan 2025 13:00:00 GMT", null, 3600)]
    [InlineData(null, "Wednesday, 15-Jan-25 13:00:00 GMT", null, 3600)]
    [InlineData(null, "0", null, null)]
    [InlineData(null, "-1", null, null)]
    [InlineData(null, "Thu, 01 Jan 1970 00:00:00 GMT", null, null)]
    [InlineData(",,=,;\"", null, null, null)]
    public void What_a_server_calls_fresh_is_read_as_caches_read_it(string? cacheControl, string? expires, string? age, int? seconds) =>
        Assert.Equal(seconds, Seconds(Headers(("Cache-Control", cacheControl), ("Expires", expires), ("Age", age)).FreshFor(Now)));

    [Fact]
    public void Expires_counts_from_the_servers_own_clock() =>
        Assert.Equal(
            TimeSpan.FromMinutes(30),
            Headers(("Expires", "Wed, 15 Jan 2025 15:30:00 GMT"), ("Date", "Wed, 15 Jan 2025 15:00:00 GMT")).FreshFor(Now));

    [Theory]
    [InlineData("Sun, 06 Nov 94 08:49:37 GMT", "1994-11-06 08:49:37")]
    [InlineData("Sunday, 06-Nov-74 08:49:37 GMT", "2074-11-06 08:49:37")]
    [InlineData("Sunday, 06-Nov-76 08:49:37 GMT", "1976-11-06 08:49:37")]
    public void A_year_of_two_digits_is_at_most_fifty_years_ahead(string text, string date) =>
        Assert.Equal(DateTimeOffset.Parse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), HttpDate.TryParse(text, Now));

    private static int? Seconds(TimeSpan? span) => (int?)span?.TotalSeconds;

    private static AnswerHeaders Headers(params IEnumerable<(string Name, string? Value)> headers)
    {
        using var response = new HttpResponseMessage();
        foreach (var (name, value) in headers.Where(header => header.Value is not null))
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
                response.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return AnswerHeaders.Of(response);
    }
}
