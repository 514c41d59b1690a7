namespace News.Entities;

/// <summary>What came of reading an entity file: <see cref="Read"/> or <see cref="Wrong"/>.</summary>
public abstract record EntityReading
{
    private EntityReading()
    {
    }

    public sealed record Read(EntityPack Pack) : EntityReading;

    public sealed record Wrong(EntityError Error) : EntityReading;
}

/// <summary>Where an entity file is wrong, and what was expected there.</summary>
/// <param name="File">Its name as it was given.</param>
/// <param name="Line">From 1.</param>
/// <param name="Message">A sentence for whoever wrote the file.</param>
public sealed record EntityError(string File, int Line, string Message)
{
    public override string ToString() => $"{File}, line {Line}: {Message}";
}
