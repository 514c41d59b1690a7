namespace News.Summaries;

/// <summary>
/// Common given names of the peoples that the news speaks of, by the pronoun that goes with them. A name in neither
/// list, or in both, tells nothing of that.
/// </summary>
internal static partial class GivenNames
{
    public static readonly WordTable Masculine = new(MenOfEurope + " " + MenOfAsiaAndAfrica);

    public static readonly WordTable Feminine = new(WomenOfEurope + " " + WomenOfAsiaAndAfrica);

    /// <summary>Names of men and women alike, and the family names that stand first in China, Korea and Vietnam.</summary>
    public static readonly WordTable Either = new("""
        Alex Robin Jamie Casey Morgan Taylor Riley Avery Cameron Dana Leslie Lesley Lynn Shannon Stacy Kerry Kelly Sam Pat Chris Kris Jo
        Jessie Jackie Sasha Zhenya Andrea Nikita Gabriel Michele Dominique Camille Claude Maxime Noor Nur Nour Deniz Evrim Özgür Umut
        Ezgi Ilkay Derya Dilara Sabah Noam Gal Tal Shay Kiran Suman Manpreet Harpreet Gurpreet Simranjit Jaspreet Rajwinder Parminder
        Ming Ling Xin Yan Jing Hong Qing Yu Tenzin Lobsang Tashi Dorje Nyima Thubten Karma Sonam Pema Amara Ayo Temitope Damilola
        Xi Wang Zhang Liu Chen Huang Zhao Zhou Xu Zhu Guo Zheng Xie Deng Peng Kim Choi Jung Yoon Jang Moon Nguyen Nguyễn Tran Trần
        Pham Phạm Hoang Vu Vũ Dang Đặng Bui Bùi Truong Lê Đỗ Ngô Tsai Lai Hsu
        """);

    public static bool IsKnown(ReadOnlySpan<char> name) => Masculine.Contains(name) || Feminine.Contains(name) || Either.Contains(name);
}
