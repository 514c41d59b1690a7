using System.Runtime.InteropServices;
using News.Summaries;

namespace News.Claims;

/// <summary>The words before a number that say whether it is the least, the most or about right.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Bounds(int From, bool IsLeast, bool IsMost, bool IsAbout, bool IsBetween)
{
    public bool IsAny => IsLeast || IsMost || IsAbout || IsBetween;

    public static Bounds Before(Line line, int number, int left)
    {
        var bounds = new Bounds(number, false, false, false, false);
        for (var i = number - 1; i >= left; i--)
        {
            var word = line.Word(i);
            var before = i > left ? line.Word(i - 1) : default;
            if (word is "least" or "Least" && before is "at" or "At") bounds = bounds with { From = --i, IsLeast = true };
            else if (word is "than" && before is "more" or "More") bounds = bounds with { From = --i, IsLeast = true };
            else if (word is "than" && before is "fewer" or "less" or "Fewer" or "Less")
            {
                i--;
                var no = i > left && line.Word(i - 1) is "no" or "No" or "not";
                bounds = no ? bounds with { From = --i, IsLeast = true } : bounds with { From = i, IsMost = true };
            }
            else if (word is "as" && before is "many" && i - left > 1 && line.Word(i - 2) is "as" or "As")
                bounds = bounds with { From = i -= 2, IsMost = true };
            else if (word is "to" && before is "up" or "Up" && !IsRising(line, i - 2)) bounds = bounds with { From = --i, IsMost = true };
            else if (word is "most" && before is "at" or "At") bounds = bounds with { From = --i, IsMost = true };
            else if (word is "over" or "Over" or "above" or "past" or "beyond" || (word is "of" && before is "upwards" or "Upwards"))
                bounds = bounds with { From = i, IsLeast = true };
            else if (word is "under" or "Under" && before is not "buried") bounds = bounds with { From = i, IsMost = true };
            else if (word is "about" or "About" or "around" or "Around" or "nearly" or "Nearly" or "almost" or "Almost" or "roughly" or "Roughly"
                or "approximately" or "Approximately" or "some" or "Some" or "estimated" or "close" or "Close")
                bounds = bounds with { From = i, IsAbout = true };
            else if (word is "to" && before is "close" or "Close" or "closer") bounds = bounds with { From = --i, IsAbout = true };
            else if (word is "between" or "Between" or "entre" or "Entre" or "zwischen" or "Zwischen")
                bounds = bounds with { From = i, IsBetween = true };
            else if (word is "well" or "just" or "only" or "Only" or "all" or "All" or "other" or "another" or "Another" or "further" or "the"
                    or "The" or "those" or "an" or "An" or "a" or "A" or "total" or "its" or "their" or "his"
                && IsLoose(line, i, bounds.From))
                bounds = bounds with { From = i };
            else if (word is "of" && before is "total") bounds = bounds with { From = --i };
            else if (Foreign(bounds, word, before, i) is { } foreign) (bounds, i) = (foreign, foreign.From);
            else break;
        }

        return bounds;
    }

    /// <summary>"The toll had gone up to 76".</summary>
    private static bool IsRising(Line line, int i) => line.Word(i) is "gone" or "went" or "going" or "goes" or "moved" or "moving" or "climbed"
        or "crept" or "rose" or "risen" or "shot";

    /// <summary>"the 16", "a further 16", "another 16": words that belong to the number without changing it.</summary>
    private static bool IsLoose(Line line, int i, int from) =>
        i + 1 == from
            && (line.Word(i) is not ("a" or "A" or "an" or "An") || line.Word(i + 1) is "further" or "total" or "estimated" or "additional");

    private static Bounds? Foreign(Bounds bounds, ReadOnlySpan<char> word, ReadOnlySpan<char> before, int i)
    {
        if (word is "menos" && before is "al" or "Al" or "por" or "Por" or "lo") return bounds with { From = i - 1, IsLeast = true };
        if (word is "moins" && before is "au" or "Au" or "d'au" or "d’au") return bounds with { From = i - 1, IsLeast = true };
        if (word is "de" or "que" && before is "más" or "Más" or "plus" or "Plus" or "mais" or "Mais" or "di")
            return bounds with { From = i - 1, IsLeast = true };
        if (word is "als" && before is "mehr" or "Mehr") return bounds with { From = i - 1, IsLeast = true };
        if (word is "Mindestens" or "mindestens" or "almeno" or "Almeno") return bounds with { From = i, IsLeast = true };
        if (word is "حداقل" or "الأقل") return bounds with { From = i, IsLeast = true };
        if (word is "zu" && before is "Bis" or "bis") return bounds with { From = i - 1, IsMost = true };
        if (word is "à" && before is "jusqu'" or "jusqu’" || word is "jusqu'à" or "jusqu’à" or "hasta" or "Hasta")
            return bounds with { From = i, IsMost = true };
        if (word is "Rund" or "rund" or "etwa" or "Etwa" or "unos" or "unas" or "Unos" or "Unas" or "environ" or "Environ" or "ungefähr" or "circa"
            or "cerca" or "حوالي" or "نحو" or "حدود")
            return bounds with { From = i, IsAbout = true };
        if (word is "une" or "Une" && bounds.From == i + 1) return bounds with { From = i, IsAbout = true };
        if (word is "Otras" or "otras" or "Otros" or "otros" or "autres" or "les" or "los" or "las") return bounds with { From = i };
        return null;
    }
}
