using System.Security.Cryptography;
using System.Text;
using Bot.Storage;

namespace Bot.Commands;

/// <summary>
/// The feeds that were offered with a button: an address does not fit into one. They are kept in memory, because the offer
/// stands in an answer that its reader's screen does not keep for long either.
/// </summary>
public sealed class FeedOffers
{
    private const string Prefix = "follow:";
    private const int MostKept = 2000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Offer> _offers = [];
    private readonly Queue<string> _oldest = new();

    /// <summary>A feed that a scope was offered.</summary>
    /// <param name="Name">What whoever asked calls it; null where it has its own title.</param>
    /// <param name="Title">The feed's own; null where it has none.</param>
    /// <param name="Label">What it was shown as.</param>
    public sealed record Offer(ScopeKey Scope, Uri Url, string? Name, string? Title, string? Label);

    public static bool IsOne(string action) => action.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Keeps an offer, and gives the action of its button.</summary>
    public string Add(Offer offer)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{offer.Scope.Value}\n{offer.Url.AbsoluteUri}\n{offer.Name}"));
        var action = Prefix + Convert.ToHexStringLower(hash.AsSpan(0, 12));
        lock (_lock)
        {
            if (_offers.TryAdd(action, offer))
                _oldest.Enqueue(action);
            if (_oldest.Count > MostKept)
                _offers.Remove(_oldest.Dequeue());
        }

        return action;
    }

    /// <summary>Null where it is not known any more, or was another scope's.</summary>
    public Offer? Find(ScopeKey scope, string action)
    {
        lock (_lock)
            return _offers.GetValueOrDefault(action) is { } offer && offer.Scope == scope ? offer : null;
    }
}
