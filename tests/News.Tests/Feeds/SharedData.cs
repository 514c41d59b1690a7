namespace News.Tests.Feeds;

/// <summary>The development data beside the repository, which not every machine has.</summary>
internal static class SharedData
{
    /// <summary>The path of something below the folder "shared"; null where it is not there.</summary>
    public static string? Find(string relativePath)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", relativePath);
            if (Directory.Exists(path) || File.Exists(path))
                return path;
        }

        return null;
    }
}

/// <summary>A fact about data that lies beside the repository; skipped, with the reason, where it does not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(string relativePath)
    {
        RelativePath = relativePath;
        if (SharedData.Find(relativePath) is null)
            Skip = $"The development data shared/{relativePath} is not on this machine.";
    }

    public string RelativePath { get; }
}
