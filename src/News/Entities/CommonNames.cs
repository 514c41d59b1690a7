using System.Globalization;
using System.Text;

namespace News.Entities;

/// <summary>Names that would be met in nearly every article: no one gives them to an entity on purpose.</summary>
public static class CommonNames
{
    /// <summary>Words that stand in every article: a name that is one of them alone would meet all.</summary>
    private static readonly WordTable Everywhere = new("""
        the an and or not of in on at to for from by with as is are was were be been
        it its he she we you they them his her our their this that these those who which
        has have had will would can could may also but if so no yes after before about than
        said says news new one two more all any some other into over out up when there what
        في من على إلى عن مع هذا هذه التي الذي أن إن كان قال و به از که این است را با در
        и в на не что он она это как по из за для от
        le la les un une des de du et el los las y que der die das und ein eine den dem
        ve bir bu ile için
        """);

    /// <summary>Why a name is too common to be one, as a sentence; null where it isn't.</summary>
    public static string? FaultOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        name = name.TrimStart('=');
        var letters = name.EnumerateRunes().Where(Rune.IsLetterOrDigit).ToList();
        if (letters.Count < 2)
            return $"“{name}” is too short: a name has two letters at least, or it would be met everywhere.";
        if (letters.TrueForAll(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber))
            return $"“{name}” is a number, which would be met everywhere.";
        return Everywhere.Contains(name) && !name.All(char.IsUpper) ? $"“{name}” stands in nearly every article: a name that common would meet them all." : null;
    }
}
