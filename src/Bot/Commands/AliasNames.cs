using System.Buffers;
using System.Collections.Immutable;
using News.Articles;
using News.Entities;

namespace Bot.Commands;

/// <summary>Reads the names that somebody types for an entity: <c>"Sepah", Pasdaran, -Guards, سپاه</c>.</summary>
internal static class AliasNames
{
    /// <summary>Marks that no name needs and that a chat or a query would take for something else.</summary>
    private static readonly SearchValues<char> Markup = SearchValues.Create("*_`~|#@^=<>[]{}\\\"“”„‟«»");

    /// <summary>Of a name that is wrong; a longer one is cut.</summary>
    private const int MostShown = 40;

    /// <summary>
    /// Names between commas. Marks around one keep a comma in it together and are no part of it; a hyphen in front takes
    /// the name away.
    /// </summary>
    public static (ImmutableArray<string> Added, ImmutableArray<string> Removed) Read(string typed)
    {
        var added = ImmutableArray.CreateBuilder<string>();
        var removed = ImmutableArray.CreateBuilder<string>();
        foreach (var piece in Pieces(typed))
        {
            var takesAway = piece.StartsWith('-') || piece.StartsWith('−');
            var name = Bare(takesAway ? piece[1..] : piece);
            var list = takesAway ? removed : added;
            if (name.Length > 0 && !list.Contains(name, StringComparer.OrdinalIgnoreCase))
                list.Add(name);
        }

        return (added.ToImmutable(), removed.ToImmutable());
    }

    /// <summary>A name as it stands in texts: "=Islamic State" is one that is met letter for letter only.</summary>
    public static string Shown(string name) => name.TrimStart('=');

    /// <summary>What is wrong with a name, a sentence that begins with the name; null for one that can be kept.</summary>
    public static string? Problem(string name)
    {
        var bare = Shown(name);
        if (bare.AsSpan().IndexOfAny(Markup) is >= 0 and var at)
            return $"{Quoted(bare)} can't be a name: “{bare[at]}” is no part of any. Between names stands a comma.";
        if (bare.Contains("://", StringComparison.Ordinal))
            return $"{Quoted(bare)} is an address, and no name.";
        return EntityNames.FaultOfName(name) is { } fault
            ? $"{Quoted(bare)} can't be a name: {char.ToLowerInvariant(fault[0])}{fault[1..]}"
            : CommonNames.FaultOf(name);
    }

    private static string Quoted(string name) => name.Length <= MostShown ? $"“{name}”" : $"“{name.AsSpan(0, MostShown)}…”";

    private static IEnumerable<string> Pieces(string typed)
    {
        var (from, closing) = (0, '\0');
        for (var i = 0; i < typed.Length; i++)
        {
            if (closing != '\0')
                closing = typed[i] == closing ? '\0' : closing;
            else if (typed[from..i].Trim() is "" or "-" or "−")
                closing = ClosingOf(typed, i);
            if (closing == '\0' && typed[i] is (',' or '،' or '、' or ';' or '\n'))
            {
                yield return typed[from..i].Trim();
                from = i + 1;
            }
        }

        yield return typed[from..].Trim();
    }

    /// <summary>The mark that closes the one at this place; none where it opens nothing that is closed.</summary>
    private static char ClosingOf(string typed, int at)
    {
        var closing = typed[at] switch
        {
            '"' => '"',
            '“' or '„' => '”',
            '«' => '»',
            _ => '\0',
        };
        return closing != '\0' && typed.IndexOf(closing, at + 1) > 0 ? closing : '\0';
    }

    private static string Bare(string piece) => PlainText.OneLine(piece.Trim().Trim('"', '“', '”', '„', '«', '»'));
}
