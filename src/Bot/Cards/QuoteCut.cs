using System.Collections.Immutable;
using System.Globalization;
using News.Alerts;
using News.Summaries;

namespace Bot.Cards;

/// <summary>Quotations that fit into a message: cut behind a sentence or a word, with an ellipsis, or parted where all of it is to be seen.</summary>
public static class QuoteCut
{
    private const string Ellipsis = "…";

    /// <summary>A quotation of at most about so many characters.</summary>
    /// <returns>The part of a card, and whether something was left out of it.</returns>
    public static (CardPart.Quotation Part, bool IsCut) Of(AlertQuote quote, int most)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var isCut = false;
        foreach (var part in (ImmutableArray<string>)[quote.Text, .. quote.Rest])
        {
            var room = most - words.Sum(said => said.Length);
            if (words.Count > 0 && room < Math.Min(part.Length, most / 4))
            {
                words[^1] = WithEllipsis(words[^1]);
                isCut = true;
                break;
            }

            isCut = part.Length > room;
            words.Add(isCut ? WithEllipsis(part[..End(part, room)]) : part);
            if (isCut)
                break;
        }

        return (new CardPart.Quotation(words.ToImmutable(), quote.Speaker, quote.Role), isCut);
    }

    /// <summary>All of a quotation, as one or several of at most so many characters, each with its speaker.</summary>
    public static IEnumerable<CardPart.Quotation> Whole(AlertQuote quote, int most)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        foreach (var piece in ((ImmutableArray<string>)[quote.Text, .. quote.Rest]).SelectMany(part => Pieces(part, most)))
        {
            if (words.Count > 0 && words.Sum(said => said.Length) + piece.Length > most)
            {
                yield return new CardPart.Quotation(words.ToImmutable(), quote.Speaker, quote.Role);
                words.Clear();
            }

            words.Add(piece);
        }

        yield return new CardPart.Quotation(words.ToImmutable(), quote.Speaker, quote.Role);
    }

    private static IEnumerable<string> Pieces(string text, int most)
    {
        while (text.Length > most)
        {
            var end = End(text, most);
            yield return text[..end];
            text = text[end..].TrimStart();
        }

        yield return text;
    }

    /// <summary>Where to cut a longer text: behind the last sentence that ends in the room's second half, behind a word there, between two letters.</summary>
    private static int End(string text, int room)
    {
        var head = text[..room];
        if (Sentences.Split(head) is { Length: > 1 } sentences && sentences[^2].End > room / 2)
            return sentences[^2].End;
        var word = room;
        while (word > room / 2 && !char.IsWhiteSpace(text[word]))
            word--;
        var end = char.IsWhiteSpace(text[word]) ? head.AsSpan(0, word).TrimEnd().Length : 0;
        return end > 0 ? end : BetweenLetters(text, room);
    }

    /// <summary>The last place up to <paramref name="room"/> that parts no letter from its marks; a tower of marks is parted.</summary>
    private static int BetweenLetters(string text, int room)
    {
        const int Longest = 32;
        var at = Math.Max(0, room - (2 * Longest));
        for (var next = at; next <= room; next += Math.Max(1, StringInfo.GetNextTextElementLength(text.AsSpan(next))))
            at = next;
        if (at == 0 || room - at > Longest)
            at = room;
        return char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }

    /// <summary>"We came …" behind a sentence's end, "We came…" within a sentence.</summary>
    private static string WithEllipsis(string text) => char.IsLetterOrDigit(text[^1]) ? text + Ellipsis : $"{text} {Ellipsis}";
}
