using News.Alerts;

namespace News.Tests.Alerts;

public sealed class NameWordsTests
{
    [Theory]
    [InlineData("Maj. Gen. Basim al-Ḥalabi", "maj gen basim halabi")]
    [InlineData("el-Sisi", "sisi")]
    [InlineData("Al Sudani", "sudani")]
    [InlineData("ash-Sharaa", "sharaa")]
    [InlineData("Ash Carter", "ash carter")] // no hyphen, no article
    [InlineData("Ka'b al-Aq’im", "kab aqim")]
    [InlineData("Iraq’s foreign minister", "iraq foreign minister")]
    [InlineData("the Guards' spokesman", "guards spokesman")]
    [InlineData("the minister of defence", "minister defence")]
    [InlineData("José Muñoz-Peña", "jose munoz pena")]
    [InlineData("محمد شیاع السودانی", "محمد شياع سوداني")] // Persian letters, Arabic article
    [InlineData("Doe, Jane Doe", "doe jane")]
    [InlineData("“—”", "")]
    [InlineData("伊拉克", "伊 拉 克")]
    public void A_name_is_found_by_its_words(string name, string words) => Assert.Equal(words, string.Join(' ', NameWords.Of(name)));
}
