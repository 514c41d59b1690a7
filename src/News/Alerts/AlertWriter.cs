namespace News.Alerts;

/// <summary>Story, match and summary → alert.</summary>
public static class AlertWriter
{
    /// <summary>How many quotations an alert shows at once.</summary>
    public const int QuotesShown = 3;
}
