namespace News.Stories;

/// <summary>A story: one event, whoever tells it.</summary>
public readonly record struct StoryId(long Value)
{
    public override string ToString() => Value.ToString();
}
