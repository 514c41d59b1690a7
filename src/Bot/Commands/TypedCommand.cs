using System.Collections.Immutable;

namespace Bot.Commands;

/// <summary>Reads a command out of a line of text: <c>recent Iraq 24h</c>, <c>/watch add name query…</c>.</summary>
public static class TypedCommand
{
    /// <param name="line">With or without the slash in front.</param>
    public static TypedReading Read(string line) => new TypedReading.Wrong(Answer.Says(line));
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
