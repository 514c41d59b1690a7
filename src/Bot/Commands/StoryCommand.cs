using System.Collections.Immutable;
using Bot.Storage;
using Microsoft.Extensions.Options;
using News.Stories;

namespace Bot.Commands;

/// <summary><c>/story</c>: all that is known of one story, as far as the asker may see its reports.</summary>
public sealed class StoryCommand(StoryStore stories, ItemStore items, QuoteStore quotes, IOptions<PublishersOptions> publishers, TimeProvider time)
{
    public Answer Answer(CommandRequest request)
    {
        var asker = request.Asker;
        var asked = TypedAddress.Bare(request.Options.GetValueOrDefault("story") ?? "").Split('|')[0]; // Slack puts what it shows behind a bar
        var id = asked.Length == 0 ? stories.FindNewest(asker.Channel)
            : StoryStore.TryParse(asked)
            ?? (items.FindByLink(asker.Scopes(), asked) is { } article ? stories.FindOf(article) : null);
        if (id is not { } known || stories.Read(known, asker.Scopes()) is not { } story)
            return Commands.Answer.Says(NotFound(asker, asked));

        var told = quotes.Read([.. story.Reports.Select(report => new QuotedArticle(report.Stored.Id, story.Id, report.Stored.Article))]);
        return StoryAnswer.Of(asker, story, told, publishers.Value.ByName(), time.GetUtcNow());
    }

    /// <summary>No story, or none that these scopes may see: there is no difference to be told.</summary>
    private static string NotFound(Asker asker, string asked)
    {
        var slash = asker.Slash;
        if (asked.Length == 0)
            return $"There was no alert in this channel yet. Give a story's name or an article's link: {slash}story s123. {slash}recent shows the names.";
        return StoryStore.TryParse(asked) is not null
            ? $"The feeds that are followed here brought no story {asked}. {slash}recent shows the names of the latest."
            : $"“{asked}” is no story's name and no link of an article that came from the feeds followed here: {slash}story s123, {slash}story https://example.org/story";
    }
}
