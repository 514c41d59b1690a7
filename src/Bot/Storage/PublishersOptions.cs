using System.Collections.Immutable;
using Microsoft.Extensions.Options;

namespace Bot.Storage;

/// <summary>The section <c>Publishers</c> of the settings.</summary>
public sealed class PublishersOptions
{
    public const string Section = "Publishers";

    /// <summary>Publishers that are one voice, by the name of their family: each by its name in alerts, or by the host of its articles.</summary>
    public Dictionary<string, List<string>> Families { get; set; } = [];

    internal ImmutableDictionary<string, ImmutableArray<string>> ByName() =>
        Families.ToImmutableDictionary(family => family.Key, family => family.Value.ToImmutableArray());
}

internal sealed class PublishersOptionsCheck : IValidateOptions<PublishersOptions>
{
    public ValidateOptionsResult Validate(string? name, PublishersOptions options)
    {
        List<string> problems = [];
        var families = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (family, members) in options.Families)
        {
            var key = $"{PublishersOptions.Section}:Families:{family}";
            if (members is null or [] || members.Exists(string.IsNullOrWhiteSpace))
                problems.Add($"{key} takes a list of publishers' names or hosts: [ \"reuters.com\", \"Reuters\" ].");
            foreach (var member in members ?? [])
            {
                if (!families.TryAdd(member ?? "", family) && families[member ?? ""] != family)
                    problems.Add($"{key} names “{member}”, which is in the family {families[member ?? ""]} already.");
            }
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
