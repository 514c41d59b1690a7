using System.Globalization;
using System.Text;
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
    [InlineData("Tuesday, 05-Mar-24 14:00:00 GMT", "2024-03-05T14:00:00Z")]
    [InlineData("Tue, 5 Mar 2024 14:00:00 +3", "2024-03-05T11:00:00Z")]
    [InlineData("Tue, 5 Mar 2024 14:00:00 +530", "2024-03-05T08:30:00Z")]
    [InlineData("Tue, 5 Mar 2024 14:00:00 -00:20", "2024-03-05T14:20:00Z")]
    [InlineData("Tue, 5 Mar 2024 14:00:00 0000", "2024-03-05T14:00:00Z")]
    [InlineData("Tue, 5 Mar 2024 14:00:00 IST", "2024-03-05T08:30:00Z")]
    [InlineData("Tue, 5 Mar 2024 14:00:00 Etc/GMT", "2024-03-05T14:00:00Z")]
    [InlineData("Tue, 5 Mar 2024 14:00:00 Asia/Baghdad", "2024-03-05T11:00:00Z")]
    [InlineData("Tue Mar 05 2024 14:00:00 GMT+0300 (Arabian Standard Time)", "2024-03-05T11:00:00Z")]
    [InlineData("Tue, 5 Mar 2024 14:00:00 (GMT+3)", "2024-03-05T11:00:00Z")]
    [InlineData("Tue, 5 Mar 2024 14:00:00 (local (more or less) time)", "2024-03-05T14:00:00Z")]
    [InlineData("Thu, 2024/03/05 14:00:00 EDT", "2024-03-05T18:00:00Z")]
    [InlineData("Tue, 2024-03-05T14:00:00Z", "2024-03-05T14:00:00Z")]
    [InlineData("Tue, 05 Mar 2024 14:00:00,250 GMT", "2024-03-05T14:00:00.25Z")]
    [InlineData("March 5, 2024 - 2:00pm", "2024-03-05T14:00:00Z")]
    [InlineData("March 5, 2024 | 14:00", "2024-03-05T14:00:00Z")]
    [InlineData("3rd March 2024", "2024-03-03T00:00:00Z")]
    [InlineData("Tue, 05 Mar 2567 14:00:00 GMT", "2024-03-05T14:00:00Z")]
    [InlineData("Fri, 05 Jul 2024 14:00:00 America/New_York", "2024-07-05T18:00:00Z")]
    [InlineData("Thu, 25 Feb 2016 00:00:00 Europe/Brussels", "2016-02-24T23:00:00Z")]
    [InlineData("2024-07-05T14:00:00[Europe/London]", "2024-07-05T13:00:00Z")]
    [InlineData("Tue, 05 Mar 2024 14:00:00 Etc/GMT+5", "2024-03-05T19:00:00Z")]
    [InlineData("Jul 5, 2024 2:00 PM ET", "2024-07-05T18:00:00Z")]
    [InlineData("Mon, 26 January 2004 16:31:00 ET", "2004-01-26T21:31:00Z")]
    [InlineData("Tue, 5 Mar 2024 14:00:00 (CET)", "2024-03-05T13:00:00Z")]
    [InlineData("5 Mar 2024 MST", "2024-03-05T07:00:00Z")]
    [InlineData("Tue, 05 Mar 2024 14:00:00 COT", "2024-03-05T19:00:00Z")]
    [InlineData("Tue, 05 Mar 2024 14:00:00 MST-07:00", "2024-03-05T21:00:00Z")]
    [InlineData("Tue, 05 Mar 2024 14:00:00 --0700", "2024-03-05T21:00:00Z")]
    [InlineData("Tue, 05 Mar 2024 14:00:00 + 0300", "2024-03-05T11:00:00Z")]
    [InlineData("Tue, 05 Mar 2024 14:00:00 00", "2024-03-05T14:00:00Z")]
    [InlineData("Tue, 05 Mar 2024 14 -0700", "2024-03-05T21:00:00Z")]
    [InlineData("5 Mar '24 14.30.15", "2024-03-05T14:30:15Z")]
    [InlineData("5 March 2024 2 pm", "2024-03-05T14:00:00Z")]
    [InlineData("Tue, 03/05/2024 - 14:00", "2024-03-05T14:00:00Z")]
    [InlineData("Tue, 05/03/2024", "2024-03-05T00:00:00Z")]
    [InlineData("Published: 5 March 2024", "2024-03-05T00:00:00Z")]
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
    [InlineData("2024-03-05T14:00:00,25Z", "2024-03-05T14:00:00.25Z")]
    [InlineData("2024-03-05T24:00:00Z", "2024-03-06T00:00:00Z")]
    [InlineData("2024-03-05T14:00:00+03:00[Asia/Baghdad]", "2024-03-05T11:00:00Z")]
    [InlineData("2024-03-05T14:00:00 03:00", "2024-03-05T11:00:00Z")]
    [InlineData("2024-03-05T14:00:00−03:00", "2024-03-05T17:00:00Z")]
    [InlineData("20240305T1400+0300", "2024-03-05T11:00:00Z")]
    [InlineData("202403051400", "2024-03-05T14:00:00Z")]
    [InlineData("2024065", "2024-03-05T00:00:00Z")]
    [InlineData("2024W102", "2024-03-05T00:00:00Z")]
    [InlineData("2024-W10-2T14:00Z", "2024-03-05T14:00:00Z")]
    [InlineData("2024-Mar-05 14:00", "2024-03-05T14:00:00Z")]
    [InlineData("2024-március-05T14:00+01:00", "2024-03-05T13:00:00Z")]
    [InlineData("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z")]
    [InlineData("2024-03-05 14.30", "2024-03-05T14:30:00Z")]
    [InlineData("2024-03-05T14:00:00:250Z", "2024-03-05T14:00:00.25Z")]
    [InlineData("2024-03-05T14:00:00-07:00Z", "2024-03-05T21:00:00Z")]
    [InlineData("2024-03-05T14:00:00-07:00:00", "2024-03-05T21:00:00Z")]
    [InlineData("2024-03-05T14:00:00:-0700", "2024-03-05T21:00:00Z")]
    [InlineData("2024-03-05 00:00:00.0 14:00:00.0 -0700", "2024-03-05T21:00:00Z")]
    [InlineData("2003-012-31T10:14:55+00:00", "2003-12-31T10:14:55Z")]
    [InlineData("2024-03-05+03:00", "2024-03-04T21:00:00Z")]
    public void Iso_dates_are_read_with_parts_missing(string text, string expected) => AssertReads(text, expected);

    [Theory]
    [InlineData("1709647200", "2024-03-05T14:00:00Z")]
    [InlineData("1709647200000", "2024-03-05T14:00:00Z")]
    [InlineData("1709647200.75", "2024-03-05T14:00:00Z")]
    [InlineData("1709647200000000", "2024-03-05T14:00:00Z")]
    [InlineData("/Date(1709647200000)/", "2024-03-05T14:00:00Z")]
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
    [InlineData("Dienstag, 5. März 2024, 14.30 Uhr", "2024-03-05T14:30:00Z")]
    [InlineData("martes, 5 de marzo de 2024 2:30 p. m.", "2024-03-05T14:30:00Z")]
    [InlineData("mié, 06 mar 2024 12:30 a. m.", "2024-03-06T00:30:00Z")]
    [InlineData("mar, 05 mar 2024 14:00:00 +0100", "2024-03-05T13:00:00Z")]
    [InlineData("mar, 04 giu 2024 14:00:00 +0200", "2024-06-04T12:00:00Z")]
    [InlineData("1er août 2024 à 14h", "2024-08-01T14:00:00Z")]
    [InlineData("terça-feira, 5 de março de 2024", "2024-03-05T00:00:00Z")]
    [InlineData("martedì 5 marzo 2024 ore 14:30", "2024-03-05T14:30:00Z")]
    [InlineData("di 5 maart 2024 14:00", "2024-03-05T14:00:00Z")]
    [InlineData("5 października 2024 roku, 14:00", "2024-10-05T14:00:00Z")]
    [InlineData("úterý 5. března 2024 14:00", "2024-03-05T14:00:00Z")]
    [InlineData("5 марта 2024 г., 14:00 МСК", "2024-03-05T11:00:00Z")]
    [InlineData("вівторок, 5 березня 2024 року", "2024-03-05T00:00:00Z")]
    [InlineData("Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11T17:00:00Z")]
    [InlineData("Τρίτη, 5 Μαρτίου 2024 2:30 μ.μ.", "2024-03-05T14:30:00Z")]
    [InlineData("5 Ağustos 2024 Pazartesi", "2024-08-05T00:00:00Z")]
    [InlineData("2024. március 5. 14:00", "2024-03-05T14:00:00Z")]
    [InlineData("marți, 5 martie 2024, ora 14:00", "2024-03-05T14:00:00Z")]
    [InlineData("tisdag 5 mars 2024 kl. 14.30", "2024-03-05T14:30:00Z")]
    [InlineData("tirsdag den 5. marts 2024", "2024-03-05T00:00:00Z")]
    [InlineData("5. desember 2024", "2024-12-05T00:00:00Z")]
    [InlineData("tiistai 5. maaliskuuta 2024 klo 14.30", "2024-03-05T14:30:00Z")]
    [InlineData("5 آذار/مارس 2024", "2024-03-05T00:00:00Z")]
    [InlineData("الثلاثاء 5 آذار 2024 2:30 مساءً", "2024-03-05T14:30:00Z")]
    [InlineData("٥ تشرين الأول ٢٠٢٤ ٠٢:٣٠ م", "2024-10-05T14:30:00Z")]
    [InlineData("5 جويلية 2024", "2024-07-05T00:00:00Z")]
    [InlineData("۵ ژانویه ۲۰۲۴", "2024-01-05T00:00:00Z")]
    [InlineData("سه‌شنبه ۱۵ اسفند ۱۴۰۲ ساعت ۱۴:۰۰", "2024-03-05T14:00:00Z")]
    [InlineData("۱۴۰۲/۱۲/۱۵", "2024-03-05T00:00:00Z")]
    [InlineData("15 اسفند 1402", "2024-03-05T00:00:00Z")]
    [InlineData("יום שלישי, 5 במרץ 2024 14:00", "2024-03-05T14:00:00Z")]
    [InlineData("मंगलवार, ५ मार्च २०२४ १४:००", "2024-03-05T14:00:00Z")]
    [InlineData("৫ মার্চ ২০২৪", "2024-03-05T00:00:00Z")]
    [InlineData("5 مارچ 2024", "2024-03-05T00:00:00Z")]
    [InlineData("5 มีนาคม 2567", "2024-03-05T00:00:00Z")]
    [InlineData("ngày 5 tháng 3 năm 2024", "2024-03-05T00:00:00Z")]
    [InlineData("Selasa, 5 Agustus 2024 14:00 WIB", "2024-08-05T07:00:00Z")]
    [InlineData("2026年3月3日 10:30", "2026-03-03T10:30:00Z")]
    [InlineData("2024年3月5日 星期二 下午2:30", "2024-03-05T14:30:00Z")]
    [InlineData("2024年3月5日(火) 14時30分", "2024-03-05T14:30:00Z")]
    [InlineData("2024年03月05日火曜日 午後2時30分15秒", "2024-03-05T14:30:15Z")]
    [InlineData("２０２４年３月５日", "2024-03-05T00:00:00Z")]
    [InlineData("2026년 3월 3일", "2026-03-03T00:00:00Z")]
    [InlineData("2024년 3월 5일 화요일 오후 2시 30분", "2024-03-05T14:30:00Z")]
    [InlineData("令和6年3月5日 午後0時30分", "2024-03-05T12:30:00Z")]
    [InlineData("平成31年4月30日", "2019-04-30T00:00:00Z")]
    [InlineData("令和元年5月1日", "2019-05-01T00:00:00Z")]
    [InlineData("民國113年3月5日", "2024-03-05T00:00:00Z")]
    [InlineData("5 มี.ค. 67", "2024-03-05T00:00:00Z")]
    [InlineData("5. listopada 2024. 10:00", "2024-10-05T10:00:00Z")]
    [InlineData("5 listopada 2024 10:00", "2024-11-05T10:00:00Z")]
    [InlineData("5 mars 2024 à 14 h 30", "2024-03-05T14:30:00Z")]
    [InlineData("fredag den 22. marts 2024 09.00.14", "2024-03-22T09:00:14Z")]
    [InlineData("5 d’agost de 2024 9:30", "2024-08-05T09:30:00Z")]
    [InlineData("2024-05-12 1:14 د.ن", "2024-05-12T13:14:00Z")]
    [InlineData("20 мая 2024 г., 10:00", "2024-05-20T10:00:00Z")]
    [InlineData("2024-03-05 오후 02:30:17", "2024-03-05T14:30:17Z")]
    [InlineData("2024. 3. 5. 14:00", "2024-03-05T14:00:00Z")]
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
    [InlineData("03-04-2024")]
    [InlineData("25/03/24")]
    [InlineData("24-03-05")]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT")]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("0")]
    [InlineData("2101-03-05")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("9000000000000")]
    [InlineData("Thu, 01 Jan 0100 00:00:01 +0100")]
    [InlineData("Sun, 16 Dec 2012 11:47:32 +zz:00")]
    [InlineData("Sun, Dec x 2012 11:47:32 GMT")]
    [InlineData("5 رمضان 1445")]
    [InlineData("1445/08/24")]
    [InlineData("1402/12/15")]
    [InlineData("30 اسفند 1402")]
    [InlineData("tháng mười một 5, 2024")]
    [InlineData("31 avril 2024")]
    [InlineData("2024-03-05T14:00:00+25:00")]
    [InlineData("2023-366")]
    [InlineData("2024-W60-1")]
    [InlineData("3月5日")]
    [InlineData("5 days ago")]
    [InlineData("24/3/5 14:00")]
    [InlineData("24.03.05")]
    [InlineData("24年3月5日")]
    [InlineData("Fri, 05/03/2023")]
    [InlineData("Tue, 03/04/24")]
    [InlineData("-1709647200")]
    [InlineData("2013-01-27-01")]
    [InlineData("1970-01-01T00:00:00-0500")]
    [InlineData("Sun, 16 Dec 2012 1:2:3:4 GMT")]
    [InlineData("2024-03-05 14:00 AM")]
    [InlineData("2024-03-05 0:30 PM")]
    [InlineData("March 5, 2024 2:00-4:00 PM")]
    [InlineData("March 5, 2024 14:00 - 16:00")]
    [InlineData("March 5, 2024 14")]
    [InlineData("27/2/2024 10:57 ሌላ")]
    [InlineData("2024-09-17 10:52 EW")]
    [InlineData("19-04-2023 অপৰাহ্ন 11.29")]
    [InlineData("Sun, 10 Mar 2024 02:30:00 America/New_York")]
    [InlineData("Sun, 03 Nov 2024 01:30:00 America/New_York")]
    [InlineData("Tue, 05 Mar 2024 14:00:00 Africa/Casablanca")]
    [InlineData("Tue, 05 Mar 2024 14:00:00 Europe/Atlantis")]
    [InlineData("2022-03-05 14:00:00 Asia/Tehran")]
    [InlineData("14:00:00 GMT")]
    [InlineData("March 2024 edition of the paper")]
    [InlineData("99999999999999999999")]
    [InlineData("-")]
    [InlineData("+")]
    [InlineData(":::")]
    public void What_is_no_date_or_an_ambiguous_one_is_null(string? text) => Assert.Null(FeedDate.TryParse(text));

    [Fact]
    public void A_zone_by_its_place_is_what_the_machines_own_database_says()
    {
        foreach (var (name, rule) in ZoneRule.All)
        {
            if (!TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
                continue; // an alias of ours ("ET"), or one that this machine doesn't have
            var (hours, unsure) = (0, 0);
            for (var utc = new DateTime(Math.Max(rule.Since, 2007), 1, 2, 0, 30, 0, DateTimeKind.Utc); utc.Year <= 2025; utc = utc.AddHours(23), hours++)
            {
                var local = DateTime.SpecifyKind(utc + zone.GetUtcOffset(utc), DateTimeKind.Unspecified);
                var read = rule.ToUtc(local);
                unsure += read is null ? 1 : 0;
                if (read is not null && read != utc)
                    Assert.Fail($"{local:s} {name} is {read:s}, not {utc:s}");
            }

            Assert.True(unsure <= 1 + hours / 500, name);
        }
    }

    [Fact]
    public void Years_of_other_eras_are_what_their_calendars_say()
    {
        var (persian, thai) = (new PersianCalendar(), new ThaiBuddhistCalendar());
        for (var date = new DateTime(2008, 1, 1); date.Year < 2031; date = date.AddDays(1))
        {
            var expected = new DateTimeOffset(date, TimeSpan.Zero);
            AssertIs(InPersianDigits($"{persian.GetYear(date)}/{persian.GetMonth(date):00}/{persian.GetDayOfMonth(date):00}"));
            AssertIs($"{date.Day} มี.ค. {thai.GetYear(date)}".Replace("มี.ค.", ThaiMonths[date.Month - 1], StringComparison.Ordinal));
            AssertIs($"民國{date.Year - 1911}年{date.Month}月{date.Day}日");
            AssertIs($"{(date >= new DateTime(2019, 5, 1) ? $"令和{date.Year - 2018}" : $"平成{date.Year - 1988}")}年{date.Month}月{date.Day}日");

            void AssertIs(string text) => Assert.True(FeedDate.TryParse(text) == expected, $"{text} is {FeedDate.TryParse(text)}, not {expected}");
        }
    }

    /// <summary>What is written by a rule is read as that instant or not at all, whatever the notation, zone and moment.</summary>
    [Fact]
    public void No_notation_is_read_as_another_instant()
    {
        string[] dates =
        [
            "ddd, dd MMM yyyy", "ddd, d MMM yyyy", "dddd, dd-MMM-yy", "dd MMM yy", "d MMMM yyyy", "MMMM d, yyyy", "MMM d, yyyy", "MMM. dd, yyyy", "ddd MMM dd yyyy",
            "yyyy-MM-dd", "yyyy-M-d", "yyyy/MM/dd", "yyyy.MM.dd", "yyyyMMdd", "dd.MM.yyyy", "d.M.yyyy", "d. M. yyyy", "d.M.yy", "dd/MM/yyyy", "MM/dd/yyyy", "d/M/yy", "M/d/yy",
            "yy/M/d", "yy-MM-dd", "dd-MM-yyyy", "ddd, dd/MM/yyyy", "ddd, MM/dd/yyyy", "dd-MMM-yyyy", "yyyy-MMM-dd", "yyyy MMM d", "yyyy年M月d日", "yy年M月d日", "ddMMMyyyy",
        ];
        string[] clocks = ["HH:mm:ss", "H:mm:ss", "HH:mm:ss.fff", "HH:mm:ss,ff", "HHmmss", "h:mm:ss tt", "hh:mm:sstt", "HH.mm.ss", "H'時'mm'分'ss'秒'", "HH'h'mm:ss", "HH:mm:ss:fff"];
        string[] joints = [" ", "T", ", ", " at ", " - "];
        (string Name, double Hours)[] zones =
        [
            ("", 0), ("Z", 0), (" GMT", 0), (" UTC", 0), (" +0000", 0), ("+05:30", 5.5), (" +0530", 5.5), ("-03:30", -3.5), (" -0800", -8), (" -0800 (PST)", -8), (" EST", -5), (" CEST", 2),
            (" GMT+3", 3), (" UTC-05:00", -5), (" +3", 3), (" -11", -11), (" GMT+0900 (JST)", 9), (" Asia/Kolkata", 5.5), ("+0545", 5.75), (" (GMT+1)", 1), (" Z", 0), ("+14:00", 14), (" IST", 5.5),
        ];
        var random = new Random(20240305);
        var (read, all) = (0, 0);
        for (var round = 0; round < 60_000; round++)
        {
            var local = new DateTime(2005, 1, 1).AddSeconds(random.Next(25 * 365 * 86_400)).AddMilliseconds(random.Next(100) * 10);
            var (clock, zone) = (clocks[random.Next(clocks.Length)], zones[random.Next(zones.Length)]);
            if (!clock.Contains('f', StringComparison.Ordinal))
                local = local.AddTicks(-(local.Ticks % TimeSpan.TicksPerSecond));
            var culture = CultureInfo.InvariantCulture;
            var text = local.ToString(dates[random.Next(dates.Length)], culture) + joints[random.Next(joints.Length)] + local.ToString(clock, culture) + zone.Name;
            var instant = FeedDate.TryParse(text);
            all++;
            read += instant is null ? 0 : 1;
            Assert.True(instant is null || instant == new DateTimeOffset(local - TimeSpan.FromHours(zone.Hours), TimeSpan.Zero), $"{text} is {instant:O}, not {local:O} -{zone.Hours}");
        }

        Assert.InRange(read, all / 2, all);
    }

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
            Assert.Equal(instant, FeedDate.TryParseUtf8(Encoding.UTF8.GetBytes(text)));
        }
    }

    [Theory]
    [InlineData("Tue, 05 Mar 2024 14:00:00 GMT")]
    [InlineData("5 Mar 2024 14:00:00 +0300")]
    [InlineData("2024-03-05T14:00:00Z")]
    [InlineData("2024-03-05T14:00:00.250+03:00")]
    [InlineData("Tue Mar  5 14:00:00 EST 2024")]
    [InlineData("2024年3月5日 下午2:30")]
    [InlineData("٥ تشرين الأول ٢٠٢٤")]
    public void Reading_a_date_allocates_nothing(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        Assert.NotNull(FeedDate.TryParse(text));
        var before = GC.GetAllocatedBytesForCurrentThread();
        FeedDate.TryParse(text.AsSpan());
        FeedDate.TryParseUtf8(utf8);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Bytes_that_are_no_text_are_no_date()
    {
        Assert.Null(FeedDate.TryParseUtf8([0xFF, 0xFE]));
        Assert.Null(FeedDate.TryParseUtf8("2024-03-05 and so on, for longer than any date was ever written, even by the most talkative of programs; what follows is not read at all."u8));
        Assert.NotNull(FeedDate.TryParseUtf8(" 2024-03-05\n"u8));
    }

    private static readonly string[] ThaiMonths = ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."];

    private static string InPersianDigits(string text) =>
        string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)('۰' + c - '0') : c));

    private static void AssertReads(string text, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), FeedDate.TryParse(text));
}
