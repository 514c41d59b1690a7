using News.Alerts;

namespace Bot.Cards;

/// <summary>The sign in front of a notice, and its text as one line.</summary>
internal static class NoticeSign
{
    public static string Of(NoticeKind kind) => kind switch
    {
        NoticeKind.Trouble => "⚠️",
        NoticeKind.Recovery => "✅",
        _ => "ℹ️",
    };

    /// <summary>Raw, for notifications and screen readers: "Example Wire is gone: Its site says so. …".</summary>
    public static string PlainText(Notice notice) =>
        notice.Sentences.IsEmpty ? notice.Title : $"{notice.Title}: {string.Join(' ', notice.Sentences)}";
}
