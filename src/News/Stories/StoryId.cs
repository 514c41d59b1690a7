namespace News.Stories;

/// <summary>The number that a story is stored under.</summary>
public readonly record struct StoryId(long Value);
