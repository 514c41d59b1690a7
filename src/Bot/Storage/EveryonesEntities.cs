using News.Entities;

namespace Bot.Storage;

/// <summary>The entities that every scope can name: those that ship with the bot.</summary>
public sealed class EveryonesEntities
{
    public EntityBook Book { get; } = EntityBook.Shipped;
}
