namespace News.Articles;

/// <summary>The scripts that news is written in.</summary>
internal enum WritingSystem : byte
{
    /// <summary>No letter, or one of a script that no feed is written in.</summary>
    None,
    Latin,
    Greek,
    Cyrillic,
    Armenian,
    Hebrew,
    Arabic,
    Devanagari,
    Bengali,
    Gurmukhi,
    Gujarati,
    Odia,
    Tamil,
    Telugu,
    Kannada,
    Malayalam,
    Sinhala,
    Thai,
    Lao,
    Burmese,
    Georgian,
    Ethiopic,
    Khmer,
    Hangul,
    Kana,
    Han,
}

/// <summary>Tells a letter's script.</summary>
internal static class WritingSystems
{
    /// <summary>How many there are, <see cref="WritingSystem.None"/> among them.</summary>
    public const int Count = (int)WritingSystem.Han + 1;

    /// <summary>Where each begins; a block goes as far as the next line's. From Blocks.txt of the Unicode Character Database.</summary>
    private static readonly (char From, WritingSystem System)[] Blocks =
    [
        ('\u0000', WritingSystem.Latin), ('\u0250', WritingSystem.None), ('\u0370', WritingSystem.Greek),
        ('\u0400', WritingSystem.Cyrillic), ('\u0530', WritingSystem.Armenian), ('\u0590', WritingSystem.Hebrew),
        ('\u0600', WritingSystem.Arabic), ('\u0700', WritingSystem.None), ('\u0750', WritingSystem.Arabic),
        ('\u0780', WritingSystem.None), ('\u08a0', WritingSystem.Arabic), ('\u0900', WritingSystem.Devanagari),
        ('\u0980', WritingSystem.Bengali), ('\u0a00', WritingSystem.Gurmukhi), ('\u0a80', WritingSystem.Gujarati),
        ('\u0b00', WritingSystem.Odia), ('\u0b80', WritingSystem.Tamil), ('\u0c00', WritingSystem.Telugu),
        ('\u0c80', WritingSystem.Kannada), ('\u0d00', WritingSystem.Malayalam), ('\u0d80', WritingSystem.Sinhala),
        ('\u0e00', WritingSystem.Thai), ('\u0e80', WritingSystem.Lao), ('\u0f00', WritingSystem.None),
        ('\u1000', WritingSystem.Burmese), ('\u10a0', WritingSystem.Georgian), ('\u1100', WritingSystem.Hangul),
        ('\u1200', WritingSystem.Ethiopic), ('\u13a0', WritingSystem.None), ('\u1780', WritingSystem.Khmer),
        ('\u1800', WritingSystem.None), ('\u1c90', WritingSystem.Georgian), ('\u1cc0', WritingSystem.None),
        ('\u1e00', WritingSystem.Latin), ('\u1f00', WritingSystem.Greek), ('\u2000', WritingSystem.None),
        ('\u3041', WritingSystem.Kana), ('\u30fb', WritingSystem.None), ('\u30fd', WritingSystem.Kana),
        ('\u3100', WritingSystem.None), ('\u3131', WritingSystem.Hangul), ('\u3190', WritingSystem.None),
        ('\u3400', WritingSystem.Han), ('\u4dc0', WritingSystem.None), ('\u4e00', WritingSystem.Han),
        ('\ua000', WritingSystem.None), ('\uac00', WritingSystem.Hangul), ('\ud7b0', WritingSystem.None),
        ('\uf900', WritingSystem.Han), ('\ufb00', WritingSystem.Latin), ('\ufb13', WritingSystem.Armenian),
        ('\ufb1d', WritingSystem.Hebrew), ('\ufb50', WritingSystem.Arabic), ('\ufe00', WritingSystem.None),
        ('\ufe70', WritingSystem.Arabic), ('\uff00', WritingSystem.None), ('\uff66', WritingSystem.Kana),
        ('\uffa0', WritingSystem.None),
    ];

    private static readonly WritingSystem[] ByLetter = Read();

    /// <summary>Of a UTF-16 code unit; none where it is no letter.</summary>
    public static WritingSystem Of(char c) => ByLetter[c];

    private static WritingSystem[] Read()
    {
        var systems = new WritingSystem[char.MaxValue + 1];
        for (var i = 0; i < Blocks.Length; i++)
        {
            var end = i + 1 < Blocks.Length ? Blocks[i + 1].From : char.MaxValue + 1;
            for (int code = Blocks[i].From; code < end; code++)
                systems[code] = char.IsLetter((char)code) ? Blocks[i].System : WritingSystem.None;
        }

        return systems;
    }
}
