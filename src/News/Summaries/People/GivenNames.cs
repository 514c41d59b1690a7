using System.Collections.Frozen;

namespace News.Summaries;

/// <summary>Common given names of the peoples that the news speaks of, by the pronoun that goes with them.</summary>
internal static partial class GivenNames
{
    /// <summary>Names of men and women alike, and the family names that stand first in China, Korea and Vietnam.</summary>
    private const string OfEither = """
        Alex Robin Jamie Casey Morgan Taylor Riley Avery Cameron Dana Leslie Lesley Lynn Shannon Stacy Kerry Kelly Sam Pat Chris Kris Jo
        Jessie Jackie Sasha Zhenya Andrea Nikita Gabriel Michele Dominique Camille Claude Maxime Noor Nur Nour Deniz Evrim Özgür Umut
        Ezgi Ilkay Derya Dilara Sabah Noam Gal Tal Shay Kiran Suman Manpreet Harpreet Gurpreet Simranjit Jaspreet Rajwinder Parminder
        Ming Ling Xin Yan Jing Hong Qing Yu Tenzin Lobsang Tashi Dorje Nyima Thubten Karma Sonam Pema Amara Ayo Temitope Damilola
        Xi Wang Zhang Liu Chen Huang Zhao Zhou Xu Zhu Guo Zheng Xie Deng Peng Kim Choi Jung Yoon Jang Moon Nguyen Nguyễn Tran Trần
        Pham Phạm Hoang Vu Vũ Dang Đặng Bui Bùi Truong Lê Đỗ Ngô Tsai Lai Hsu
        """;

    private static readonly FrozenDictionary<string, Gender>.AlternateLookup<ReadOnlySpan<char>> Known = Build().GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsKnown(ReadOnlySpan<char> name) => Known.ContainsKey(name);

    /// <summary>Unknown for a name that is not here, and for one that men and women have alike.</summary>
    public static Gender GenderOf(ReadOnlySpan<char> name) => Known.TryGetValue(name, out var gender) ? gender : Gender.Unknown;

    private static FrozenDictionary<string, Gender> Build()
    {
        var names = new Dictionary<string, Gender>(StringComparer.OrdinalIgnoreCase);
        Add(names, MenOfEurope + " " + MenOfAsiaAndAfrica, Gender.Masculine);
        Add(names, WomenOfEurope + " " + WomenOfAsiaAndAfrica, Gender.Feminine);
        Add(names, OfEither, Gender.Unknown);
        return names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static void Add(Dictionary<string, Gender> names, string words, Gender gender)
    {
        foreach (var name in WordTable.Words(words))
            if (!names.TryAdd(name, gender) && names[name] != gender && gender != Gender.Unknown) names[name] = Gender.Unknown;
    }
}
