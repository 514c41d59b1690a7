using System.Collections.Frozen;

namespace News.Articles;

/// <summary>
/// Parameters of a link that say where a reader came from, not what the page is. Conservative: one that names the
/// page on some site ("id", "p", "story", "cid", "page") is none, for two stories taken for one are one story lost.
/// </summary>
internal static class TrackingParameters
{
    private static readonly string[] Prefixes =
    [
        "utm_", "at_", "ns_", "mtm_", "pk_", "piwik_", "hsa_", "itm_", "oly_", "wt_mc", "wt.mc", "_hs", "ga_", "amp_", "guce_",
        "fb_action_", "ito_",
    ];

    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid", "igshid", "igsh",
        "li_fat_id", "mc_cid", "mc_eid", "mkt_tok", "vero_id", "hsCtaTracking", "ref_src", "ref_url", "fb_source", "fb_ref",
        "cmp", "cmpid", "ocid", "ncid", "icid", "intcid", "nlid", "xtor", "ito", "ftag", "smid", "smtyp", "smprod", "emc",
        "s_cid", "s_campaign", "sc_campaign", "sref", "soc_src", "soc_trk", "tsrc", ".tsrc", "guccounter", "taid",
        "traffic_source", "feedType", "feedName", "CNDID", "mbid", "linkId", "_ga", "_gl", "__twitter_impression",
        "__source", "wtmc", "spm", "usqp", "amp", "_amp", "aoh", "echobox", "rss");

    // Parameters that elsewhere choose the page, and track only with a channel's name as their value: "?source=rss".
    private static readonly FrozenSet<string> Sources = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "source", "src", "ref", "from", "partner", "share", "feed", "referrer", "mod", "via");

    private static readonly FrozenSet<string> Channels = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "rss", "rss1", "rss2", "atom", "feed", "feeds", "rssfeed", "rss_feed", "feedburner", "twitter", "x", "facebook", "fb",
        "google", "googlenews", "reddit", "linkedin", "whatsapp", "telegram", "email", "mail", "newsletter", "social",
        "homepage", "home", "hp", "syndication");

    // "output=amp", "outputType=amp", "view=amp": the same page drawn for phones.
    private static readonly FrozenSet<string> Views =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "output", "outputType", "view", "type", "format");

    public static bool Contains(string name, string value)
    {
        if (Names.Contains(name))
            return true;
        foreach (var prefix in Prefixes)
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return (Sources.Contains(name) && Channels.Contains(value))
            || (Views.Contains(name) && value.Equals("amp", StringComparison.OrdinalIgnoreCase));
    }
}
