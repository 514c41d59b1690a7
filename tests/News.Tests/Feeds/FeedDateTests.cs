using System.Globalization;
using News.Feeds;

namespace News.Tests.Feeds;

public sealed class FeedDateTests
{
    [Theory]
    [InlineData("Tue, 05 Mar 2024 14:00:00 GMT", "2024-03-05T14:00:00Z")]
    [InlineData("Tue, 05 Mar 2024 14:00:00 +0300", "2024-03-05T11:00:00Z")]
    [InlineData("Tue, 05 Mar 2024 14:00:00 EST", "2024-03-05T19:00:00Z")]
    [InlineData("Tue, 05 Mar 2024 14:00:00 PDT", "2024-03-05T21:00:00Z")]
    [InlineData("Tue, 05 Mar 2024 14:00:00 CET", "2024-03-05T13:00:00Z")]
    [InlineData("Tue, 05 Mar 2024 14:00:00 MSK", "2024-03-05T11:00:00Z")]
    [InlineData("Tue, 05 Mar 2024 14:00:00 +03:00", "2024-03-05T11:00:00Z")]
    [InlineData("Tue, 05 Mar 2024 14:00:00 GMT+3", "2024-03-05T11:00:00Z")]
    [InlineData("Tue, 05 Mar 2024 14:00:00 UTC-05:00", "2024-03-05T19:00:00Z")]
    [InlineData("Tue, 05 Mar 2024 14:00:00 -0800 (PST)", "2024-03-05T22:00:00Z")]
    [InlineData("Tue, 05 Mar 2024 14:00:00 XYZT", "2024-03-05T14:00:00Z")]
    [InlineData("Tue, 05 Mar 2024 14:00:00", "2024-03-05T14:00:00Z")]
    [InlineData("Mon, 05 Mar 2024 14:00:00 GMT", "2024-03-05T14:00:00Z")]
    [InlineData("Tue, 5 Mar 2024 14:00 GMT", "2024-03-05T14:00:00Z")]
    [InlineData("05 Mar 24 14:00:00 GMT", "2024-03-05T14:00:00Z")]
    [InlineData("05 Mar 99 14:00:00 GMT", "1999-03-05T14:00:00Z")]
    [InlineData("Tue,05 Mar 2024 14:00:00 GMT", "2024-03-05T14:00:00Z")]
    [InlineData("Tue, 05 Mar, 2024 , 14:00:00  GMT", "2024-03-05T14:00:00Z")]
    [InlineData("Tue, 05-Mar-2024 14:00:00 GMT", "2024-03-05T14:00:00Z")]
    [InlineData("Tue Mar  5 14:00:00 2024", "2024-03-05T14:00:00Z")]
    [InlineData("Tue Mar 5 14:00:00 EST 2024", "2024-03-05T19:00:00Z")]
    [InlineData("March 5, 2024", "2024-03-05T00:00:00Z")]
    [InlineData("March 5th, 2024 2:00 PM", "2024-03-05T14:00:00Z")]
    [InlineData("March 5, 2024 at 2:00pm EST", "2024-03-05T19:00:00Z")]
    [InlineData("12:30 AM 5 March 2024", "2024-03-05T00:30:00Z")]
    [InlineData("Sept. 5, 2024", "2024-09-05T00:00:00Z")]
    [InlineData("Thursday, 31 December 2015 24:00:00 GMT", "2016-01-01T00:00:00Z")]
    [InlineData("Sat, 31 Dec 2016 23:59:60 GMT", "2016-12-31T23:59:59Z")]
    public void Mail_dates_are_read_with_their_sins(string text, string expected) => AssertReads(text, expected);

    [Theory]
    [InlineData("2024-03-05T14:00:00Z", "2024-03-05T14:00:00Z")]
    [InlineData("2024-03-05T14:00:00.25+03:00", "2024-03-05T11:00:00.25Z")]
    [InlineData("2024-03-05T14:00:00+0300", "2024-03-05T11:00:00Z")]
    [InlineData("2024-03-05T14:00+03", "2024-03-05T11:00:00Z")]
    [InlineData("2024-03-05 14:00:00 +0300", "2024-03-05T11:00:00Z")]
    [InlineData("2024-03-05 14:00:00 EST", "2024-03-05T19:00:00Z")]
    [InlineData("2024-03-05t14:00:00z", "2024-03-05T14:00:00Z")]
    [InlineData("2024-03-05T14:00:00", "2024-03-05T14:00:00Z")]
    [InlineData("2024-03-05T14:00", "2024-03-05T14:00:00Z")]
    [InlineData("2024-03-05T14Z", "2024-03-05T14:00:00Z")]
    [InlineData("2024-03-05", "2024-03-05T00:00:00Z")]
    [InlineData("2024-3-5", "2024-03-05T00:00:00Z")]
    [InlineData("2024/03/05 14:00", "2024-03-05T14:00:00Z")]
    [InlineData("2024-03", "2024-03-01T00:00:00Z")]
    [InlineData("2024", "2024-01-01T00:00:00Z")]
    [InlineData("20240305", "2024-03-05T00:00:00Z")]
    [InlineData("20240305T140000Z", "2024-03-05T14:00:00Z")]
    [InlineData("20240305140000", "2024-03-05T14:00:00Z")]
    [InlineData("2024-065", "2024-03-05T00:00:00Z")]
    [InlineData("2024-W10-2", "2024-03-05T00:00:00Z")]
    [InlineData("2024年3月5日 14:00", "2024-03-05T14:00:00Z")]
    public void Iso_dates_are_read_with_parts_missing(string text, string expected) => AssertReads(text, expected);

    [Theory]
    [InlineData("1709647200", "2024-03-05T14:00:00Z")]
    [InlineData("1709647200000", "2024-03-05T14:00:00Z")]
    [InlineData("1709647200.75", "2024-03-05T14:00:00Z")]
    public void Seconds_since_1970_are_read(string text, string expected) => AssertReads(text, expected);

    [Theory]
    [InlineData("5. März 2024 14:00", "2024-03-05T14:00:00Z")]
    [InlineData("mar. 5 mars 2024 14:00:00 +0100", "2024-03-05T13:00:00Z")]
    [InlineData("mar. 4 juin 2024 14h30", "2024-06-04T14:30:00Z")]
    [InlineData("5 de marzo de 2024", "2024-03-05T00:00:00Z")]
    [InlineData("ter, 05 março 2024 14:00:00 -0300", "2024-03-05T17:00:00Z")]
    [InlineData("Вт, 05 мар 2024 14:00:00 +0300", "2024-03-05T11:00:00Z")]
    [InlineData("5 Mart 2024 Salı 14:00", "2024-03-05T14:00:00Z")]
    [InlineData("الثلاثاء، 5 مارس 2024 14:00", "2024-03-05T14:00:00Z")]
    [InlineData("٥ كانون الثاني ٢٠٢٤", "2024-01-05T00:00:00Z")]
    [InlineData("05.03.2024 14:00", "2024-03-05T14:00:00Z")]
    [InlineData("25/03/2024", "2024-03-25T00:00:00Z")]
    [InlineData("03/25/2024", "2024-03-25T00:00:00Z")]
    public void Dates_of_other_languages_and_orders_are_read(string text, string expected) => AssertReads(text, expected);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("Tue, 31 Feb 2024 14:00:00 GMT")]
    [InlineData("2023-02-29")]
    [InlineData("2024-13-05")]
    [InlineData("2024-03-05T25:00:00Z")]
    [InlineData("2024-03-05T14:61:00Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("03/04/2024")]
    [InlineData("14:00:00 GMT")]
    [InlineData("March 2024 edition of the paper")]
    [InlineData("99999999999999999999")]
    [InlineData("-")]
    [InlineData("+")]
    [InlineData(":::")]
    public void What_is_no_date_or_an_ambiguous_one_is_null(string? text) => Assert.Null(FeedDate.TryParse(text));

    [Fact]
    public void No_text_makes_it_throw()
    {
        const string Alphabet = "0123456789:-+/.,TZ apmGWhäمJan";
        var random = new Random(20240305);
        for (var round = 0; round < 50_000; round++)
        {
            var text = string.Create(random.Next(1, 30), random, (span, source) =>
            {
                for (var i = 0; i < span.Length; i++)
                    span[i] = Alphabet[source.Next(Alphabet.Length)];
            });
            var instant = FeedDate.TryParse(text);
            Assert.True(instant is null || instant.Value.Offset == TimeSpan.Zero, text);
        }
    }

    private static void AssertReads(string text, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), FeedDate.TryParse(text));
}
