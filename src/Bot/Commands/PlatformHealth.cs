using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Bot.Commands;

/// <summary>How each platform's connection stands, in one plain sentence each; <c>/status</c> reads it.</summary>
public sealed class PlatformHealth
{
    private readonly ConcurrentDictionary<string, string> _sentences = new(StringComparer.Ordinal);

    /// <param name="platform">"Discord".</param>
    /// <param name="sentence">"connected as newsbot since 14:05", "reconnecting: the connection dropped".</param>
    public void Report(string platform, string sentence) => _sentences[platform] = sentence;

    public ImmutableArray<(string Platform, string Sentence)> All =>
        [.. _sentences.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value))];
}
