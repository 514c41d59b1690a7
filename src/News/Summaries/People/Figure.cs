namespace News.Summaries;

internal enum Gender : byte
{
    Unknown,
    Masculine,
    Feminine,
}

/// <summary>Somebody who can speak: a person by name, a person by what he is ("a spokesman"), a group, an institution.</summary>
internal sealed class Figure(string name, int position)
{
    /// <summary>By the fullest form that the text gives.</summary>
    public string Name { get; set; } = name;

    /// <summary>The parts of a person's name, without rank and "Jr.": "Jane", "Doe". Empty for who has no name.</summary>
    public string[] Parts { get; set; } = [];

    public string? Role { get; set; }

    /// <summary>"Brig. Gen.": the rank that stands before the fullest form.</summary>
    public string? Rank { get; set; }

    /// <summary>"Ohio" of "Ohio Gov. Jane Doe".</summary>
    public string? Of { get; set; }

    /// <summary>"Jr.", "III".</summary>
    public string? Suffix { get; set; }

    /// <summary>"Mr.", "President": what stands before who has one name only.</summary>
    public string? Form { get; set; }

    /// <summary>In years, as it stands after the name.</summary>
    public string? Age { get; set; }

    public Gender Gender { get; set; }

    public bool IsPerson { get; init; }

    public bool IsPlural { get; init; }

    /// <summary>"it" may stand for it, and "they" for those who make it up.</summary>
    public bool IsInstitution { get; init; }

    /// <summary>The noun that an unnamed figure is known by: "poster" of "one poster".</summary>
    public string? Noun { get; init; }

    /// <summary>Where the text first speaks of it.</summary>
    public int Position { get; } = position;

    /// <summary>Somebody, it may be, of whom the text doesn't say whether it is a person.</summary>
    public static Figure Unknown { get; } = new("", -1) { IsPerson = true };

    /// <summary>Whether the text says beside the name that this figure is of a place, a body or a kind.</summary>
    public bool SpeaksOf(ReadOnlySpan<char> word) => Roles.SpeaksOf(Role, word) || Roles.SpeaksOf(Of, word);

    public bool CanBe(Gender gender) => IsPerson && !IsPlural && (Gender == gender || Gender == Gender.Unknown);
}
