namespace News.Summaries;

/// <summary>When two names, taken apart, are one person's.</summary>
internal static class NameMatch
{
    /// <summary>
    /// Whether one name is the other, or a shorter form of it: "J. Doe", "Bill Doe" of "William Doe", "Kristen Doe" of
    /// "Kristin Doe", "van der Doe" of "Jan van der Doe", "Gabriel García" of "Gabriel García Márquez", "Donald Doe" of
    /// "Donald J. Doe". Both have two parts at least.
    /// </summary>
    public static bool Same(string[] a, string[] b)
    {
        if (SameLast(a[^1], b[^1]) && SameGiven(a[0], b[0])) return true;
        return a.Length > b.Length ? IsPartOf(b, a) : b.Length > a.Length && IsPartOf(a, b);
    }

    public static bool SameLast(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        a.Equals(b, StringComparison.OrdinalIgnoreCase) || WithoutArticle(a).Equals(WithoutArticle(b), StringComparison.OrdinalIgnoreCase);

    /// <summary>"al-Sudani" is "Sudani" in the next paragraph.</summary>
    public static ReadOnlySpan<char> WithoutArticle(ReadOnlySpan<char> part) =>
        part.Length > 4 && part[2] is '-' && (part.StartsWith("al", StringComparison.OrdinalIgnoreCase) || part.StartsWith("el", StringComparison.OrdinalIgnoreCase)) ? part[3..] : part;

    private static bool SameGiven(string a, string b)
    {
        if (Near(a, b)) return true;
        if (a[0] == b[0] && (IsInitial(a) || IsInitial(b))) return true;
        return ShortForms.Contains(string.Concat(a, "/", b)) || ShortForms.Contains(string.Concat(b, "/", a));
    }

    private static bool IsInitial(string part) => part.Length == 1 || part[1] == '.';

    /// <summary>Whether every part of the shorter name stands in the longer one, in order.</summary>
    private static bool IsPartOf(string[] few, string[] many)
    {
        var at = 0;
        foreach (var part in many)
            if (at < few.Length && part.Equals(few[at], StringComparison.OrdinalIgnoreCase)) at++;
        return at == few.Length;
    }

    /// <summary>Given names with the short forms that the press writes for them.</summary>
    private static readonly WordTable ShortForms = new("""
        William/Bill William/Will William/Billy Robert/Bob Robert/Rob Robert/Bobby Richard/Rick Richard/Dick Richard/Rich James/Jim
        James/Jimmy James/Jamie John/Jack John/Johnny Joseph/Joe Joseph/Joey Michael/Mike Michael/Mick Thomas/Tom Thomas/Tommy
        Charles/Charlie Charles/Chuck Charles/Chas Edward/Ed Edward/Ted Edward/Eddie Edward/Ned Theodore/Ted Anthony/Tony
        Christopher/Chris Daniel/Dan Daniel/Danny David/Dave David/Davey Donald/Don Donald/Donnie Douglas/Doug Frederick/Fred
        Gerald/Gerry Gerald/Jerry Gregory/Greg Jeffrey/Jeff Geoffrey/Geoff Joshua/Josh Kenneth/Ken Kenneth/Kenny Lawrence/Larry
        Leonard/Len Matthew/Matt Mitchell/Mitch Nathan/Nate Nathaniel/Nate Nicholas/Nick Patrick/Pat Patricia/Pat Patricia/Patty
        Peter/Pete Philip/Phil Phillip/Phil Raymond/Ray Ronald/Ron Samuel/Sam Stephen/Steve Steven/Steve Stuart/Stu Timothy/Tim
        Vincent/Vince Walter/Walt Zachary/Zach Alexander/Alex Alexandra/Alex Alexandria/Alex Andrew/Andy Andrew/Drew Arthur/Art
        Benjamin/Ben Bernard/Bernie Bradley/Brad Clifford/Cliff Eugene/Gene Francis/Frank Harold/Harry Henry/Hank Henry/Harry
        Jacob/Jake Jonathan/Jon Lewis/Lew Louis/Lou Martin/Marty Maxwell/Max Oliver/Ollie Randall/Randy Reginald/Reg Rodney/Rod
        Russell/Russ Stanley/Stan Terrence/Terry Wesley/Wes Elizabeth/Liz Elizabeth/Beth Elizabeth/Betty Elizabeth/Lizzie Katherine/Kate
        Katherine/Kathy Katherine/Katie Catherine/Cathy Catherine/Kate Kathleen/Kathy Margaret/Maggie Margaret/Meg Margaret/Peggy
        Jennifer/Jen Jennifer/Jenny Susan/Sue Deborah/Deb Deborah/Debbie Barbara/Barb Pamela/Pam Rebecca/Becky Victoria/Vicky
        Victoria/Tori Christine/Chris Christina/Tina Cynthia/Cindy Dorothy/Dot Jacqueline/Jackie Judith/Judy Kimberly/Kim Melissa/Mel
        Nancy/Nan Samantha/Sam Sandra/Sandy Stephanie/Steph Theresa/Terri Valerie/Val Abigail/Abby Madeleine/Maddie Caroline/Carrie
        Gabriel/Gabe Ignatius/Iggy Isaac/Ike Muhammad/Mohammed Muhammad/Mohamed Mohammed/Mohamed Mohammad/Mohammed Sergei/Sergey
        Yevgeny/Evgeny Alexei/Alexey Volodymyr/Vladimir Khaled/Khalid Hussein/Hossein Hussein/Hussain Hasan/Hassan Yousef/Yusuf
        Francisco/Paco José/Pepe Alejandro/Alex Guillermo/Memo Eduardo/Edu Rafael/Rafa Roberto/Beto Antonio/Toño
        """);

    /// <summary>The same, or one letter changed, missing or more in a name of five letters or longer.</summary>
    public static bool Near(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Equals(b, StringComparison.OrdinalIgnoreCase)) return true;
        return Math.Min(a.Length, b.Length) >= 5 && Distance(a, b, 1) <= 1;
    }

    /// <summary>Two letters apart, beginning the same: for long names beside a title or a reporting verb only.</summary>
    public static bool NearlyNear(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        a.Length > 7 && b.Length > 7 && a[0] == b[0] && Distance(a, b, 2) <= 2;

    /// <summary>Levenshtein's distance, for names: given up where lengths differ by more than <paramref name="most"/>.</summary>
    private static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most || a.Length > 30 || b.Length > 30) return int.MaxValue;
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
