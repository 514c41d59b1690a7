namespace News.Claims;

/// <summary>A number of people or things that an event struck, as an article states it.</summary>
/// <param name="Low">The least that is meant: 16 of "16" and of "at least 16"; null of "up to 20".</param>
/// <param name="High">The most that is meant: 16 of "16"; null of "at least 16".</param>
/// <param name="Words">The words of the article that state it, verbatim: "at least 16 people were killed".</param>
/// <param name="Start">Where they begin in the article's text, in UTF-16 code units; negative where they stand in its title.</param>
/// <param name="SaidBy">Who says so, by the fullest name that the text gives; null where it is the article's own.</param>
public sealed record Claim(ClaimKind Kind, int? Low, int? High, string Words, int Start, string? SaidBy)
{
    /// <summary>"about 40".</summary>
    public bool IsApproximate { get; init; }

    /// <summary>Who was struck, as written: "civilians"; null where the text leaves it at people.</summary>
    public string? Who { get; init; }

    /// <summary>It is a part of another number of the article: "five of them children".</summary>
    public bool IsPart { get; init; }
}

/// <summary>What is counted.</summary>
public enum ClaimKind
{
    Killed,
    Wounded,
    Missing,
    Arrested,
    Displaced,

    /// <summary>Places or things that were hit.</summary>
    Struck,
}
