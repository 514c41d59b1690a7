using Bot.Commands;
using Bot.Storage;
using News.Feeds;

namespace Bot.Verbs;

/// <summary><c>bot import</c>: lists of feeds → the operator's feeds, in one transaction, with a line for each of them.</summary>
internal sealed class FeedImport(FeedStore feeds, TimeProvider time, Streams streams)
{
    private const string By = "import";
    private const string StandardInput = "-";

    /// <summary>As long as a name that is given by command.</summary>
    private const int LongestName = 100;

    /// <summary>As long as an address that is given by command.</summary>
    private const int LongestUrl = 2000;

    private bool _isFine = true;

    public async Task<int> RunAsync(IReadOnlyList<string> files, CancellationToken stopping)
    {
        var taken = new List<(Uri Url, string? Name)>();
        var refused = 0;
        foreach (var entry in files.SelectMany(Read))
        {
            if (Problem(entry.Url, out var url) is { } problem)
            {
                refused++;
                await streams.Out.WriteLineAsync($"not taken  {Line(entry.Title)}{Shortened(WithoutCredentials(entry.Url))} (line {entry.Line}): {problem}");
            }
            else
            {
                taken.Add((url, Name(entry.Title)));
            }
        }

        var followed = await feeds.FollowAllAsync(ScopeKey.Operator, taken, By, time.GetUtcNow(), stopping);
        for (var at = 0; at < taken.Count; at++)
            await streams.Out.WriteLineAsync($"{Word(followed[at])}  {Line(taken[at].Name)}{FeedCommands.Shown(taken[at].Url)}");

        var added = followed.Count(one => one != Following.Already);
        await streams.Out.WriteLineAsync($"{added} added, {followed.Count - added} known already, {refused} not taken.");
        if (added > 0 && !File.Exists(Settings.FileName))
        {
            await streams.Error.WriteLineAsync(
                $"There is no {Settings.FileName} here, without which the bot runs on its sample: cp appsettings.example.json {Settings.FileName}");
        }

        return _isFine && taken.Count > 0 ? BotApp.Fine : BotApp.BadInput;
    }

    private IEnumerable<OpmlFeed> Read(string file)
    {
        try
        {
            switch (OpmlReader.Read(file == StandardInput ? InputFile.ReadAll(streams.In) : InputFile.Read(file)))
            {
                case OpmlReading.Read { List: var list }:
                    foreach (var warning in list.Warnings)
                        streams.Error.WriteLine($"{file}: {warning}");
                    return list.Feeds;
                case OpmlReading.NotAList { Reason: var reason }:
                    throw new BadInputException(reason);
            }
        }
        catch (BadInputException bad)
        {
            _isFine = false;
            streams.Error.WriteLine($"{file}: {bad.Message}");
        }

        return [];
    }

    private static string? Problem(string written, out Uri url)
    {
        // "/rss.xml" is an absolute address of a file to this framework.
        if (!Uri.TryCreate(written, UriKind.Absolute, out url!) || written.StartsWith('/'))
            return "it is no whole address";
        if (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps)
            return $"it is no web address ({url.Scheme}:)";
        return url.AbsoluteUri.Length > LongestUrl ? $"the address is longer than {LongestUrl} characters" : null;
    }

    private static string Word(Following following) => following switch
    {
        Following.New => "added    ",
        Following.Again => "again    ",
        _ => "known    ",
    };

    private static string? Name(string? title) =>
        title is null || title.Length <= LongestName ? title
        : title[..(char.IsHighSurrogate(title[LongestName - 2]) ? LongestName - 2 : LongestName - 1)] + "…";

    private static string Line(string? name) => name is null ? "" : $"{Shortened(new string([.. name.Where(c => !char.IsControl(c))]))}  ";

    private static string Shortened(string text) => text.Length <= LongestName ? text : text[..LongestName];

    /// <summary>Of an address that can't be read as one: nothing between its scheme and an @.</summary>
    private static string WithoutCredentials(string written)
    {
        var at = written.LastIndexOf('@');
        var start = written.IndexOf("//", StringComparison.Ordinal);
        return at < 0 ? written : string.Concat(start >= 0 && start < at ? written.AsSpan(0, start + 2) : "", written.AsSpan(at + 1));
    }
}
