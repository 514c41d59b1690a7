using System.Collections.Immutable;
using Bot.Cards;
using Bot.Storage;
using News.Alerts;

namespace Bot.Commands;

/// <summary>Who asks, from where, with which rights. Each platform fills it from what it knows for certain.</summary>
/// <param name="Scope">The tenant: what is asked and changed is asked and changed there.</param>
/// <param name="User">The platform's number for the person.</param>
/// <param name="Channel">Where it is asked: the place that a new watchlist posts to.</param>
/// <param name="MayManage">May change feeds and watchlists.</param>
/// <param name="AtHome">
/// The scope is where the operator's own alerts go, so that the feeds and watchlists of the settings file are shown here too.
/// </param>
public sealed record Asker(ScopeKey Scope, string User, ChannelAddress Channel, bool MayManage, bool AtHome)
{
    /// <summary>What is typed in front of a command here.</summary>
    public string Slash => Channel.Platform == "slack" ? SlackSlash : "/";

    /// <summary>A card's buttons can be pressed here.</summary>
    public bool HasButtons => Channel != ChannelAddress.Terminal;

    /// <summary>Slack gives an app one command, and the rest is its text.</summary>
    public const string SlackSlash = "/news ";
}

/// <summary>A command with its options as they were given, unchecked.</summary>
/// <param name="Verb">"recent", "watch add": a command and, where it has them, its subcommand.</param>
/// <param name="Options">By the names of <see cref="CommandCatalog"/>.</param>
public sealed record CommandRequest(Asker Asker, string Verb, ImmutableDictionary<string, string> Options);

/// <summary>What is answered, for the asker's eyes alone.</summary>
public sealed record Answer(ImmutableArray<Card> Cards)
{
    /// <summary>What comes with the cards to be kept; null for nothing.</summary>
    public AttachedFile? File { get; init; }

    public static Answer Of(params ImmutableArray<Card> cards) => new(cards);

    /// <summary>One sentence, or a few: what is wrong and what to type instead.</summary>
    public static Answer Says(string text) =>
        new([new Card { PlainText = text, Parts = [new CardPart.Paragraph(text)] }]);
}
