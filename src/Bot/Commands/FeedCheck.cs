using System.Collections.Immutable;
using Bot.Cards;
using Bot.Storage;
using News.Feeds;

namespace Bot.Commands;

/// <summary>What <c>/feed check</c> says of a feed: how it is, when it is polled next and why then, and what is odd about it.</summary>
internal static class FeedCheck
{
    public static Card Card(FeedStore.Listing feed, FeedFile file, HubStanding? hub, IReadOnlyList<UnreadItem> unread, string slash)
    {
        var parts = ImmutableArray.CreateBuilder<CardPart>();
        void Say(string name, params ImmutableArray<TextRun> value) => parts.Add(new CardPart.Fact(name, CardText.Of(value)));

        Say("Address", new TextRun.Code(FeedCommands.Shown(feed.Url)));
        if (feed.MovedTo is { } moved)
            Say("Moved to", new TextRun.Code(FeedCommands.Shown(moved)), ", where it is fetched from");
        Say("Health", Health(feed, file, slash));
        Say("Last poll", feed.LastPoll is { } last ? [new TextRun.Moment(last), $": {feed.Status}"] : ["not yet"]);
        Say("Next poll", Next(feed, file));
        if (Rhythm(file) is { IsEmpty: false } rhythm)
            Say("Rhythm", rhythm);
        if (Wishes(file.Timetable) is { Length: > 0 } wishes)
            Say("It asks for", wishes);
        if (file.UnchangedSince is { } unchanged)
            Say("Unchanged", "“not modified” since ", new TextRun.Moment(unchanged));
        if (file.Moving is { } moving)
            Say("Moving", $"{Plural.Of(moving.Seen, "poll says", "polls say")} that it has moved for good to ", new TextRun.Code(moving.To), "; after three in a row it is fetched there");
        if (hub is not null)
            Say("Hub", Hub(hub));
        if (file.Oddities is { } odd)
            Say("Odd", odd);
        if (unread is [var newest, ..])
            Say("Not read", $"{Plural.Of(unread.Count, "item", "items")} in 7 days; the last “{newest.Item}” ", new TextRun.Moment(newest.Last), $" ({newest.Reason})");
        Say("Followed", Followed(file));
        return new Card
        {
            Title = feed.Name,
            PlainText = $"{feed.Name}: {(feed.IsStopped ? "stopped" : feed.Failures > 0 ? "in trouble" : "well")}. {feed.Status}",
            Parts = parts.ToImmutable(),
        };
    }

    private static ImmutableArray<TextRun> Health(FeedStore.Listing feed, FeedFile file, string slash)
    {
        if (file.Stopped is { } stopped)
            return ["ended ", new TextRun.Moment(stopped), ", and polled no more. It is polled again after ", new TextRun.Code($"{slash}feed add {FeedCommands.Shown(feed.Url)}")];
        if (file.FailingSince is { } since)
            return ["failing since ", new TextRun.Moment(since), $" ({Plural.Of(feed.Failures, "poll", "polls")} in a row). {file.Advice}".TrimEnd()];
        return [feed.LastPoll is null ? "not known yet" : "well"];
    }

    private static ImmutableArray<TextRun> Next(FeedStore.Listing feed, FeedFile file) =>
        feed.NextPoll is not { } next ? ["none"]
        : file.Reason is { } reason ? [new TextRun.Moment(next), $": {reason}"]
        : [new TextRun.Moment(next)];

    private static ImmutableArray<TextRun> Rhythm(FeedFile file)
    {
        var runs = ImmutableArray.CreateBuilder<TextRun>();
        if (file.Gap is { } gap)
            runs.Add($"an item about every {Spans.InWords(gap)}");
        if (file.LastNew is { } last)
            runs.AddRange(runs.Count > 0 ? "; something new last " : "something new last ", new TextRun.Moment(last));
        return runs.ToImmutable();
    }

    private static string Wishes(FeedTimetable timetable)
    {
        List<string> wishes = [];
        if (timetable.TimeToLive is { } ttl)
            wishes.Add($"to be kept for {Spans.InWords(ttl)} (ttl)");
        if (timetable.UpdatePeriod is { } period)
            wishes.Add($"it changes every {Spans.InWords(period)}");
        if (!timetable.SkipHours.IsEmpty)
            wishes.Add($"nothing in the hours {string.Join(", ", timetable.SkipHours)} (UTC)");
        if (!timetable.SkipDays.IsEmpty)
            wishes.Add($"nothing on {string.Join(", ", timetable.SkipDays)}");
        return string.Join("; ", wishes);
    }

    private static ImmutableArray<TextRun> Hub(HubStanding hub)
    {
        var runs = ImmutableArray.CreateBuilder<TextRun>();
        runs.Add($"{hub.Hub.Host} {(hub.Delivers ? "delivers what is new" : hub.Until is null ? "is asked to deliver" : "has agreed to deliver")}");
        if (hub.Until is { } until)
            runs.AddRange(", until ", new TextRun.Moment(until));
        if (hub.Trouble is { } trouble)
            runs.Add($" ({trouble})");
        return runs.ToImmutable();
    }

    private static ImmutableArray<TextRun> Followed(FeedFile file)
    {
        var runs = ImmutableArray.CreateBuilder<TextRun>();
        foreach (var follower in file.Followers)
        {
            if (runs.Count > 0)
                runs.Add("; ");
            if (follower.FromSettings)
                runs.Add("by the settings file");
            else
                runs.AddRange(follower.Channel is { } channel ? $"since it was added in {channel} " : "since it was added ", new TextRun.Moment(follower.At));
        }

        return runs.ToImmutable();
    }
}
