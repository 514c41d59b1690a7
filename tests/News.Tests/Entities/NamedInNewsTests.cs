using News.Matching;

namespace News.Tests.Entities;

/// <summary>Sentences as news has them, and the words in them by which an entity is met.</summary>
public sealed class NamedInNewsTests
{
    [Theory]
    [InlineData("irgc", "Iran’s Revolutionary Guards seized a tanker.", "Revolutionary Guards", "a name in its plural")]
    [InlineData("irgc", "The I.R.G.C. denied it.", "I.R.G.C.", "dots of an initialism")]
    [InlineData("irgc", "Die iranischen Revolutionsgarden drohten.", "Revolutionsgarden", "German")]
    [InlineData("irgc", "سپاه پاسداران بیانیه داد", "سپاه پاسداران", "Persian")]
    [InlineData("irgc", "The Republican Guard fled, the National Guard came.", "-", "other guards")]
    [InlineData("kataib-hezbollah", "Kata’ib Hizballah fired at the base.", "Kata’ib Hizballah", "the spelling of US lists, with a curly mark")]
    [InlineData("kataib-hezbollah", "The club KH Lidl won.", "-", "another KH")]
    [InlineData("popular-mobilization-forces", "A convoy of the Hashed al-Shaabi burned.", "Hashed al-Shaabi", "AFP's spelling")]
    [InlineData("hezbollah", "В Ливане Хезболлу обвинили в обстреле.", "Хезболлу", "a Russian case")]
    [InlineData("houthis", "Ansarullah said it hit a ship.", "Ansarullah", "its own name")]
    [InlineData("houthis", "Новые удары хуситов.", "хуситов", "a Russian case")]
    [InlineData("islamic-state", "The Islamic State claimed the bombing.", "Islamic State", "in capitals")]
    [InlineData("islamic-state", "The republic became an Islamic state.", "-", "what many countries are")]
    [InlineData("islamic-state", "All of it is gone. IS THIS THE END?", "-", "a verb in a headline")]
    [InlineData("islamic-state", "多个伊斯兰国家发表声明", "-", "Islamic countries")]
    [InlineData("hamas", "أعلنت حماس موقفها من الهدنة في غزة", "حماس", "with Gaza near it")]
    [InlineData("hamas", "استقبل الجمهور اللاعب بحماس كبير", "-", "with enthusiasm")]
    [InlineData("nato", "北约秘书长访问乌克兰", "北约", "the alliance")]
    [InlineData("nato", "该市位于首都东北约100公里", "-", "about a hundred kilometres north-east")]
    [InlineData("un", "U.N. inspectors left.", "U.N.", "dots of an initialism")]
    [InlineData("un", "Le ministre a un plan.", "-", "a French article")]
    [InlineData("who", "The WHO warned of an outbreak.", "WHO", "what it watches is near it")]
    [InlineData("who", "WHO KILLED THE MAYOR? Nobody knows.", "-", "a headline in capitals")]
    [InlineData("sdf", "The SDF withdrew from Raqqa.", "SDF", "in Syria")]
    [InlineData("sdf", "Japan's SDF sent a destroyer.", "-", "in Japan")]
    [InlineData("rapid-support-forces", "RSF called for the journalist's release.", "-", "Reporters sans frontières")]
    [InlineData("eu", "The E.U. agreed.", "-", "with nothing European near it")]
    [InlineData("eu", "The E.U. agreed in Brussels.", "E.U.", "with Brussels near it")]
    [InlineData("eu", "Eu não sei.", "-", "I, in Portuguese")]
    [InlineData("idf", "לדברי צה\"ל נפגעו שני לוחמים", "צה\"ל", "a Hebrew initialism with a straight mark")]
    [InlineData("airstrike", "Israeli warplanes struck a depot.", "warplanes struck", "said with a verb")]
    [InlineData("airstrike", "L'armée a mené des frappes aériennes.", "frappes aériennes", "a French plural")]
    [InlineData("airstrike", "شنت طائرات غارات جوية على المدينة", "غارات جوية", "Arabic")]
    [InlineData("airstrike", "The union voted for a strike.", "-", "no air")]
    [InlineData("drone", "Three UAVs were shot down.", "UAVs", "an initialism's plural")]
    [InlineData("drone", "سار الآلاف في مسيرة سلمية", "-", "a peaceful march")]
    [InlineData("drone", "او در درون خانه بود", "-", "inside, in Persian")]
    [InlineData("ceasefire", "مذاکرات آتش‌بس ادامه دارد", "آتش‌بس", "Persian with a zero-width non-joiner")]
    [InlineData("sanctions", "The bloc’s sanctions bite.", "sanctions", "the word itself")]
    [InlineData("missile", "Two ballistic missiles fell short.", "missiles", "its plural")]
    [InlineData("coup", "The loan is a coup for the museum.", "-", "a success")]
    [InlineData("coup", "Soldiers announced the coup on television.", "coup", "with soldiers near it")]
    public void An_entity_is_met_by_its_names_and_by_nothing_else(string handle, string text, string words, string why)
    {
        var query = Assert.IsType<QueryReading.Read>(Query.Parse("@" + handle)).Query;

        var met = query.Match(Matching.Articles.Of(text)).Where(term => term.Rule == MatchRule.Entity).Select(term => term.Text).Distinct();

        Assert.True((words == "-" && !met.Any()) || met.Contains(words), $"{why}: {string.Join(", ", met)}");
    }
}
