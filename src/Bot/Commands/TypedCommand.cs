using System.Collections.Immutable;
using System.Globalization;

namespace Bot.Commands;

/// <summary>Reads a command out of a line of text: <c>recent Iraq 24h</c>, <c>/watch add name query…</c>.</summary>
/// <remarks>
/// Options may be named (<c>since:24h count:5</c>) or stand in their order. The last text option takes the rest of
/// the line as it is, but for named options at its end; a span and a count at the end are known by their looks, too. Of a
/// command whose options have openers each takes what stands behind its own: <c>quotes Jane Doe about Iraq</c>.
/// </remarks>
public static class TypedCommand
{
    /// <param name="line">With or without the slash in front.</param>
    /// <param name="slash">What is typed in front of a command there, for the examples; see <see cref="Asker.Slash"/>.</param>
    public static TypedReading Read(string line, string slash = "/")
    {
        var text = line.Trim();
        if (text.StartsWith('/'))
            text = text[1..].TrimStart();

        var name = TakeWord(ref text).ToLowerInvariant();
        if (name.Length == 0)
            name = "help";
        if (!CommandCatalog.Families.ContainsKey(name))
            return Wrong($"There is no command “{Short(name)}”. Try {Examples(CommandCatalog.All.DistinctBy(spec => spec.Name), slash)}.");

        var verb = name;
        if (CommandCatalog.Find(name) is null)
        {
            var sub = TakeWord(ref text).ToLowerInvariant();
            verb = $"{name} {sub}";
            if (CommandCatalog.Find(verb) is null)
                return Wrong($"“{slash}{name}” takes {Examples(CommandCatalog.All.Where(spec => spec.Name == name), slash)}.");
        }

        var spec = CommandCatalog.Find(verb)!;
        var options = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        text = TakeNamed(spec, text, options);
        if (UnknownSpan(spec, text) is { } span)
            return Wrong($"“{slash}{verb}” takes no since: leave “{span}” out, as in {slash}{spec.Example}.");
        text = TakeTail(spec, text, options);
        text = TakeOpened(spec, text, options);
        TakeInOrder(spec, text, options);
        return new TypedReading.Command(verb, options.ToImmutable());
    }

    /// <summary>Takes "since:24h" off the end, again and again.</summary>
    private static string TakeNamed(CommandSpec spec, string text, ImmutableDictionary<string, string>.Builder options)
    {
        while (true)
        {
            var space = text.LastIndexOf(' ');
            var word = text[(space + 1)..];
            var colon = word.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || spec.Options.FirstOrDefault(option => option.Name == word[..colon]) is not { } option)
                return text;

            options.TryAdd(option.Name, word[(colon + 1)..]);
            text = space < 0 ? "" : text[..space].TrimEnd();
        }
    }

    /// <summary>"since:3d" at the end, of a command that looks back at nothing.</summary>
    private static string? UnknownSpan(CommandSpec spec, string text)
    {
        var word = text[(text.LastIndexOf(' ') + 1)..];
        return word.StartsWith("since:", StringComparison.Ordinal) && SinceSpan.TryParse(word["since:".Length..]) is not null
            && spec.Options.All(option => option.Name != "since") ? word : null;
    }

    /// <summary>"Iraq 24h 5", "Iraq 5 24h": a span and a number at the end are what they look like.</summary>
    private static string TakeTail(CommandSpec spec, string text, ImmutableDictionary<string, string>.Builder options)
    {
        while (true)
        {
            var space = text.LastIndexOf(' ');
            var word = text[(space + 1)..];
            var option = word.Length > 0 && word.All(char.IsAsciiDigit) && int.TryParse(word, CultureInfo.InvariantCulture, out _) ? "count"
                : SinceSpan.TryParse(word) is not null ? "since"
                : null;
            if (option is null || spec.Options.All(one => one.Name != option) || !options.TryAdd(option, word))
                return text;
            text = space < 0 ? "" : text[..space].TrimEnd();
        }
    }

    /// <summary>"by Jane Doe about Iraq", "Jane Doe about:Iraq AND drone": takes what stands behind each opener; what stands before the first is left.</summary>
    private static string TakeOpened(CommandSpec spec, string text, ImmutableDictionary<string, string>.Builder options)
    {
        var openers = spec.Options.Where(option => option.Opener is not null && !options.ContainsKey(option.Name)).ToList();
        var (before, from, isQuoted) = (text, 0, false);
        OptionSpec? open = null;
        for (var at = 0; openers.Count > 0 && at < text.Length; at++)
        {
            isQuoted ^= text[at] == '"';
            if (isQuoted || (at > 0 && text[at - 1] != ' ') || openers.Find(option => Opens(option, text.AsSpan(at)) > 0) is not { } next)
                continue;
            End(at);
            openers.Remove(next);
            (open, from) = (next, at + Opens(next, text.AsSpan(at)));
        }

        End(text.Length);
        return before;

        void End(int at)
        {
            if (open is null)
                before = text[..at].TrimEnd();
            else
                options[open.Name] = text[from..at].Trim();
        }
    }

    /// <summary>How long the opener is that a text begins with; 0 where it begins with none.</summary>
    private static int Opens(OptionSpec option, ReadOnlySpan<char> text)
    {
        if (text.StartsWith($"{option.Name}:", StringComparison.OrdinalIgnoreCase))
            return option.Name.Length + 1;
        return text.StartsWith($"{option.Opener} ", StringComparison.OrdinalIgnoreCase) ? option.Opener!.Length + 1 : 0;
    }

    private static void TakeInOrder(CommandSpec spec, string text, ImmutableDictionary<string, string>.Builder options)
    {
        var open = spec.Options.Where(option => !options.ContainsKey(option.Name)
            && option.Kind == OptionKind.Text && option.Choices.IsEmpty && !option.IsNamed).ToList();
        for (var i = 0; i < open.Count && text.Length > 0; i++)
        {
            options[open[i].Name] = i == open.Count - 1 ? text : TakeWord(ref text);
            if (i == open.Count - 1)
                return;
        }
    }

    private static string TakeWord(ref string text)
    {
        var space = text.AsSpan().IndexOfAny(" \t\n\r");
        var word = space < 0 ? text : text[..space];
        text = space < 0 ? "" : text[space..].TrimStart();
        return word;
    }

    private static TypedReading.Wrong Wrong(string sentence) => new(Answer.Says(sentence));

    private static string Examples(IEnumerable<CommandSpec> specs, string slash) =>
        string.Join(", ", specs.Select(spec => slash + spec.Example));

    private static string Short(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 40), "…");
}

/// <summary>What a typed line turned out to be.</summary>
public abstract record TypedReading
{
    private TypedReading()
    {
    }

    public sealed record Command(string Verb, ImmutableDictionary<string, string> Options) : TypedReading;

    /// <summary>No command; the answer says what to type instead.</summary>
    public sealed record Wrong(Answer Answer) : TypedReading;
}
