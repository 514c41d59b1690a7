using System.Buffers;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Bot.Polling;

/// <summary>
/// What an answer's headers say that matters to a feed reader, as they came: the framework's typed headers drop what
/// they cannot read, and cost more than the rest of a poll that brings nothing new.
/// </summary>
internal sealed class AnswerHeaders
{
    // Nobody means more than this; it keeps sums of spans and dates in range.
    private const long LongestSeconds = 10L * 365 * 24 * 3600;

    private static readonly SearchValues<char> NumberMarks = SearchValues.Create("0123456789.");

    private string? _cacheControl;
    private string? _expires;
    private string? _age;
    private string? _date;
    private string? _retryAfter;
    private List<string>? _links;

    private AnswerHeaders()
    {
    }

    public string? ETag { get; private set; }

    public string? LastModified { get; private set; }

    public string? Location { get; private set; }

    public string? ContentType { get; private set; }

    /// <summary>The codings of the body in the order in which they were applied.</summary>
    public IReadOnlyList<string> Codings { get; private set; } = [];

    /// <summary>The <c>Link</c> headers, one for each line.</summary>
    public IReadOnlyList<string> Links => _links ?? (IReadOnlyList<string>)[];

    public static AnswerHeaders Of(HttpResponseMessage response)
    {
        var headers = new AnswerHeaders();
        foreach (var (name, values) in response.Headers.NonValidated)
            headers.Take(name, values);
        foreach (var (name, values) in response.Content.Headers.NonValidated)
            headers.Take(name, values);
        return headers;
    }

    /// <summary>How long the server asks to wait: <c>120</c>, or until a date. Null where it says nothing, or nonsense.</summary>
    public TimeSpan? RetryAfter(DateTimeOffset now)
    {
        if (_retryAfter is null)
            return null;
        return Seconds(_retryAfter) is { } seconds
            ? Positive(seconds)
            : Positive(HttpDate.TryParse(_retryAfter, now) - now);
    }

    /// <summary>
    /// How long the answer counts as fresh (RFC 9111, 4.2): max-age less the age that it has already, else Expires less
    /// the server's own date. Null where it must be asked for again anyway. <c>s-maxage</c> is for shared caches; we are none.
    /// </summary>
    public TimeSpan? FreshFor(DateTimeOffset now)
    {
        var control = CacheControl.Read(_cacheControl);
        if (control.Never)
            return null;
        if (control.HasMaxAge)
            return Positive(Seconds(control.MaxAge) - (Seconds(_age) ?? TimeSpan.Zero));

        return _expires is not null && HttpDate.TryParse(_expires, now) is { } expires
            ? Positive(expires - ((_date is null ? null : HttpDate.TryParse(_date, now)) ?? now))
            : null;
    }

    /// <summary>What time it is by the server's clock; null where it doesn't say.</summary>
    public DateTimeOffset? ServerTime(DateTimeOffset now) =>
        _date is null ? null : HttpDate.TryParse(_date, now) + (Seconds(_age) ?? TimeSpan.Zero);

    /// <summary>Headers are read as Latin-1, so that validators keep their bytes; servers that put raw UTF-8 into an address mean UTF-8.</summary>
    public static string Utf8(string latin1) =>
        latin1.AsSpan().ContainsAnyExceptInRange('\0', '\x7F') ? Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(latin1)) : latin1;

    private void Take(string name, HeaderStringValues values)
    {
        // The framework gives the names that it knows in this spelling, however they came.
        switch (name)
        {
            case "ETag":
                ETag = First(values);
                break;
            case "Last-Modified":
                LastModified = First(values);
                break;
            case "Location":
                Location = First(values);
                break;
            case "Content-Type":
                ContentType = First(values);
                break;
            case "Content-Encoding":
                Codings = values.ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                break;
            case "Cache-Control":
                _cacheControl = values.ToString();
                break;
            case "Expires":
                _expires = First(values);
                break;
            case "Age":
                _age = First(values);
                break;
            case "Date":
                _date = First(values);
                break;
            case "Retry-After":
                _retryAfter = First(values);
                break;
            case "Link":
                _links = [.. values];
                break;
        }
    }

    private static string? First(HeaderStringValues values)
    {
        foreach (var value in values)
            return value;
        return null;
    }

    /// <summary>"120", also as "120.5" or in quotes; nothing else is a number of seconds.</summary>
    private static TimeSpan? Seconds(ReadOnlySpan<char> text)
    {
        text = text.Trim().Trim('"');
        if (text.IsEmpty || text.ContainsAnyExcept(NumberMarks) || !char.IsAsciiDigit(text[0]))
            return null;
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(Math.Min(Math.Ceiling(seconds), LongestSeconds))
            : null;
    }

    private static TimeSpan? Positive(TimeSpan? span) => span > TimeSpan.Zero ? span : null;

    /// <summary>The directives that a reader heeds.</summary>
    private readonly ref struct CacheControl(bool never, bool hasMaxAge, ReadOnlySpan<char> maxAge)
    {
        /// <summary>Not to be used again without asking: <c>no-cache</c>, <c>no-store</c>.</summary>
        public bool Never { get; } = never;

        public bool HasMaxAge { get; } = hasMaxAge;

        /// <summary>As it stands: a max-age that is no number means "stale already".</summary>
        public ReadOnlySpan<char> MaxAge { get; } = maxAge;

        public static CacheControl Read(ReadOnlySpan<char> text)
        {
            var (never, hasMaxAge) = (false, false);
            ReadOnlySpan<char> maxAge = [];
            while (!text.IsEmpty)
            {
                var end = DirectiveEnd(text);
                var directive = text[..end].Trim();
                text = end < text.Length ? text[(end + 1)..] : [];
                var equals = directive.IndexOf('=');
                var name = (equals < 0 ? directive : directive[..equals]).TrimEnd();

                // no-cache="Set-Cookie" is about that header only.
                if (equals < 0)
                    never |= name.Equals("no-cache", StringComparison.OrdinalIgnoreCase);
                never |= name.Equals("no-store", StringComparison.OrdinalIgnoreCase);
                if (equals >= 0 && !hasMaxAge && name.Equals("max-age", StringComparison.OrdinalIgnoreCase))
                {
                    hasMaxAge = true;
                    maxAge = directive[(equals + 1)..];
                }
            }

            return new CacheControl(never, hasMaxAge, maxAge);
        }

        // A comma inside quotes separates nothing.
        private static int DirectiveEnd(ReadOnlySpan<char> text)
        {
            var quoted = false;
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] == '"')
                    quoted = !quoted;
                else if (text[i] == ',' && !quoted)
                    return i;
            }

            return text.Length;
        }
    }
}
