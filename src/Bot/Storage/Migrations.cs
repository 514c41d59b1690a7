using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using News.Articles;
using SQLitePCL;

namespace Bot.Storage;

/// <summary>
/// How the database came to its present shape: an ordered list that only ever grows at its end. The file's
/// <c>user_version</c> counts how many of them it has seen.
/// </summary>
/// <remarks>Instants are stored as milliseconds since 1970 in UTC.</remarks>
public static class Migrations
{
    private static readonly string[] All =
    [
        """
        CREATE TABLE feeds (
            id            INTEGER PRIMARY KEY AUTOINCREMENT,
            url           TEXT    NOT NULL UNIQUE,
            title         TEXT,
            etag          TEXT,
            last_modified TEXT,
            primed        INTEGER NOT NULL DEFAULT 0,
            failures      INTEGER NOT NULL DEFAULT 0,
            last_poll     INTEGER,
            next_poll     INTEGER NOT NULL DEFAULT 0,
            status        TEXT    NOT NULL DEFAULT 'not polled yet'
        );
        CREATE INDEX feeds_by_next_poll ON feeds (next_poll);

        -- Which scope follows which feed, and what it calls it there.
        CREATE TABLE subscriptions (
            scope         TEXT    NOT NULL,
            feed_id       INTEGER NOT NULL REFERENCES feeds (id),
            name          TEXT,
            publisher     TEXT,
            from_settings INTEGER NOT NULL,
            added_by      TEXT,
            added_at      INTEGER NOT NULL,
            PRIMARY KEY (scope, feed_id)
        ) WITHOUT ROWID;
        CREATE INDEX subscriptions_by_feed ON subscriptions (feed_id);

        CREATE TABLE watchlists (
            id            INTEGER PRIMARY KEY AUTOINCREMENT,
            scope         TEXT    NOT NULL,
            name          TEXT    NOT NULL COLLATE NOCASE,
            query         TEXT    NOT NULL,
            severity      TEXT    NOT NULL,
            at_home       INTEGER NOT NULL,
            from_settings INTEGER NOT NULL,
            added_by      TEXT,
            added_at      INTEGER NOT NULL,
            UNIQUE (scope, name)
        );
        CREATE TABLE watchlist_channels (
            watchlist_id INTEGER NOT NULL REFERENCES watchlists (id) ON DELETE CASCADE,
            channel      TEXT    NOT NULL,
            PRIMARY KEY (watchlist_id, channel)
        ) WITHOUT ROWID;

        CREATE TABLE stories (
            id         INTEGER PRIMARY KEY AUTOINCREMENT,
            headline   TEXT    NOT NULL,
            first_seen INTEGER NOT NULL
        );
        CREATE TABLE articles (
            id             INTEGER PRIMARY KEY AUTOINCREMENT,
            story_id       INTEGER NOT NULL REFERENCES stories (id),
            feed_id        INTEGER NOT NULL REFERENCES feeds (id),
            item_key       TEXT    NOT NULL,
            source         TEXT    NOT NULL,
            title          TEXT    NOT NULL,
            text           TEXT    NOT NULL,
            link           TEXT,
            canonical_link TEXT,
            author         TEXT,
            language       TEXT,
            categories     TEXT    NOT NULL,
            published      INTEGER NOT NULL,
            received       INTEGER NOT NULL,
            summary        TEXT    NOT NULL,
            UNIQUE (feed_id, item_key)
        );
        CREATE INDEX articles_by_published ON articles (published);
        CREATE INDEX articles_by_story ON articles (story_id);

        -- Which watchlist an article met and why; rows outlive the watchlist.
        CREATE TABLE matches (
            watchlist_id INTEGER NOT NULL,
            article_id   INTEGER NOT NULL REFERENCES articles (id),
            story_id     INTEGER NOT NULL,
            published    INTEGER NOT NULL,
            reasons      TEXT    NOT NULL,
            PRIMARY KEY (watchlist_id, article_id)
        ) WITHOUT ROWID;
        CREATE INDEX matches_by_published ON matches (watchlist_id, published);

        -- The unique key is the promise: a story stands once in a channel.
        CREATE TABLE outbox (
            id           INTEGER PRIMARY KEY AUTOINCREMENT,
            key          TEXT    NOT NULL UNIQUE,
            watchlist_id INTEGER NOT NULL,
            story_id     INTEGER NOT NULL,
            channel      TEXT    NOT NULL,
            alert        TEXT    NOT NULL,
            state        TEXT    NOT NULL DEFAULT 'waiting',
            attempts     INTEGER NOT NULL DEFAULT 0,
            first_tried  INTEGER,
            due          INTEGER NOT NULL,
            created      INTEGER NOT NULL,
            settled      INTEGER,
            message_id   TEXT,
            reason       TEXT,
            UNIQUE (watchlist_id, story_id, channel)
        );
        CREATE INDEX outbox_waiting ON outbox (channel, id) WHERE state = 'waiting';
        CREATE INDEX outbox_parked ON outbox (settled) WHERE state = 'parked';
        """,
        """
        -- The address that gave a feed's validators, where a redirect led to it.
        ALTER TABLE feeds ADD COLUMN validators_from TEXT;
        """,
        """
        -- The newest articles of some feeds, found without touching those of others and without a sort.
        DROP INDEX articles_by_published;
        CREATE INDEX articles_by_published ON articles (published, id, feed_id);
        CREATE INDEX articles_by_received ON articles (received);
        """,
        """
        -- The outbox carries notices beside alerts. An alert's promise is (watchlist, story, channel), a notice's (channel, once):
        -- "feed:12:gone" is told to a channel one time.
        CREATE TABLE outbox_of_both (
            id           INTEGER PRIMARY KEY AUTOINCREMENT,
            key          TEXT    NOT NULL UNIQUE,
            channel      TEXT    NOT NULL,
            kind         TEXT    NOT NULL,
            message      TEXT    NOT NULL,
            watchlist_id INTEGER,
            story_id     INTEGER,
            once         TEXT,
            state        TEXT    NOT NULL DEFAULT 'waiting',
            attempts     INTEGER NOT NULL DEFAULT 0,
            first_tried  INTEGER,
            due          INTEGER NOT NULL,
            created      INTEGER NOT NULL,
            settled      INTEGER,
            message_id   TEXT,
            reason       TEXT,
            UNIQUE (watchlist_id, story_id, channel),
            UNIQUE (channel, once),
            CHECK ((kind = 'alert' AND watchlist_id IS NOT NULL AND story_id IS NOT NULL AND once IS NULL)
                OR (kind = 'notice' AND watchlist_id IS NULL AND story_id IS NULL AND once IS NOT NULL))
        );
        INSERT INTO outbox_of_both (id, key, channel, kind, message, watchlist_id, story_id, state, attempts, first_tried, due, created,
                                    settled, message_id, reason)
        SELECT id, key, channel, 'alert', alert, watchlist_id, story_id, state, attempts, first_tried, due, created,
               settled, message_id, reason
        FROM outbox;
        DROP TABLE outbox;
        ALTER TABLE outbox_of_both RENAME TO outbox;
        CREATE INDEX outbox_waiting ON outbox (channel, id) WHERE state = 'waiting';
        CREATE INDEX outbox_parked ON outbox (settled) WHERE state = 'parked';
        """,
        """
        -- WebSub: a feed's subscription at a hub, and beside it those that are being given up.
        CREATE TABLE hub_subscriptions (
            id         INTEGER PRIMARY KEY AUTOINCREMENT,
            feed_id    INTEGER NOT NULL REFERENCES feeds (id),
            topic      TEXT    NOT NULL,
            hubs       TEXT    NOT NULL,
            hub        TEXT    NOT NULL,
            callback   TEXT    NOT NULL UNIQUE,
            secret     TEXT    NOT NULL,
            public_url TEXT    NOT NULL,
            leaving    INTEGER NOT NULL DEFAULT 0,
            asked_at   INTEGER,
            awaiting   INTEGER NOT NULL DEFAULT 0,
            ask_at     INTEGER NOT NULL,
            failures   INTEGER NOT NULL DEFAULT 0,
            lease_ends INTEGER,
            proved_at  INTEGER,
            missed_at  INTEGER,
            pinged_at  INTEGER,
            delivers   INTEGER NOT NULL DEFAULT 0,
            note       TEXT,
            next_step  INTEGER NOT NULL
        );
        CREATE UNIQUE INDEX hub_subscriptions_by_feed ON hub_subscriptions (feed_id) WHERE NOT leaving;
        CREATE INDEX hub_subscriptions_by_next_step ON hub_subscriptions (next_step);

        -- A hub is relied on for what is new: polls only make sure.
        ALTER TABLE feeds ADD COLUMN hub_delivers INTEGER NOT NULL DEFAULT 0;
        """,
        """
        -- What the polls of a feed leave behind for the next one: see PollMemory.
        ALTER TABLE feeds ADD COLUMN reason          TEXT;
        ALTER TABLE feeds ADD COLUMN not_before      INTEGER;
        ALTER TABLE feeds ADD COLUMN failing_since   INTEGER;
        ALTER TABLE feeds ADD COLUMN failure_told    INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE feeds ADD COLUMN last_good       INTEGER;
        ALTER TABLE feeds ADD COLUMN last_new        INTEGER;
        ALTER TABLE feeds ADD COLUMN recent_gap      INTEGER;
        ALTER TABLE feeds ADD COLUMN usual_gap       INTEGER;
        ALTER TABLE feeds ADD COLUMN content_hash    TEXT;
        ALTER TABLE feeds ADD COLUMN unchanged_since INTEGER;
        ALTER TABLE feeds ADD COLUMN ttl             INTEGER;
        ALTER TABLE feeds ADD COLUMN update_period   INTEGER;
        ALTER TABLE feeds ADD COLUMN skip_hours      INTEGER NOT NULL DEFAULT 0; -- a bit for each hour
        ALTER TABLE feeds ADD COLUMN skip_days       INTEGER NOT NULL DEFAULT 0; -- a bit for each day, Sunday first
        ALTER TABLE feeds ADD COLUMN oddities        TEXT;
        ALTER TABLE feeds ADD COLUMN cause           TEXT;
        ALTER TABLE feeds ADD COLUMN advice          TEXT;
        UPDATE feeds SET failing_since = last_poll WHERE failures > 0;
        UPDATE feeds SET last_good = last_poll WHERE failures = 0 AND primed;
        CREATE INDEX feeds_failing ON feeds (failing_since) WHERE failing_since IS NOT NULL AND NOT failure_told;

        -- A feed keeps the address by which it was added; this is where it is fetched from since it moved. Where another
        -- feed is there already, the one that moved is part of that.
        ALTER TABLE feeds ADD COLUMN moved_to        TEXT;
        ALTER TABLE feeds ADD COLUMN moving_to       TEXT;
        ALTER TABLE feeds ADD COLUMN moving_seen     INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE feeds ADD COLUMN merged_into     INTEGER REFERENCES feeds (id);
        ALTER TABLE feeds ADD COLUMN stopped         INTEGER;
        CREATE INDEX feeds_by_moved_to ON feeds (moved_to) WHERE moved_to IS NOT NULL;
        CREATE INDEX feeds_by_merged_into ON feeds (merged_into) WHERE merged_into IS NOT NULL;

        -- The channel in which a feed was added; null for those of the settings file.
        ALTER TABLE subscriptions ADD COLUMN channel TEXT;

        -- What happened to a feed and is still to be told to the scopes that follow it.
        CREATE TABLE feed_events (
            feed_id INTEGER NOT NULL REFERENCES feeds (id),
            kind    TEXT    NOT NULL,
            scope   TEXT    NOT NULL,
            at      INTEGER NOT NULL,
            since   INTEGER,
            PRIMARY KEY (feed_id, kind, scope)
        ) WITHOUT ROWID;
        """,
        """
        -- What the items of a feed go by: hashes of guid, link, title and date. Rows may outlive the article, so that an
        -- item that comes back after years is still known.
        CREATE TABLE item_marks (
            feed_id    INTEGER NOT NULL,
            mark       INTEGER NOT NULL,
            article_id INTEGER NOT NULL,
            PRIMARY KEY (feed_id, mark, article_id)
        ) WITHOUT ROWID;
        INSERT OR IGNORE INTO item_marks
        SELECT a.feed_id, m.value, a.id
        FROM articles a, json_each(item_marks_of(a.item_key, a.title, a.link, a.published, a.received)) m;
        """,

        // When something last asked for a poll that begins after it: a hub that pings, or one that is no longer relied on.
        "ALTER TABLE feeds ADD COLUMN wanted INTEGER",
        """
        -- The move that was last told: after an outage of a day a feed finds out anew where it had moved.
        ALTER TABLE feeds ADD COLUMN move_told TEXT;
        UPDATE feeds SET move_told = moved_to WHERE moved_to IS NOT NULL;
        """,
        """
        -- What has no guid and no link goes by its words as a reader sees them, and its date: the markup was counted before.
        INSERT OR IGNORE INTO item_marks
        SELECT a.feed_id, m.value, a.id
        FROM articles a, json_each(item_words_of(a.title, a.text, a.published, a.received)) m
        WHERE a.item_key LIKE 'hash:%';
        """,
        """
        -- The names that a scope gave to entities, those that ship and its own.
        CREATE TABLE aliases (
            scope    TEXT    NOT NULL,
            handle   TEXT    NOT NULL,
            name     TEXT    NOT NULL COLLATE NOCASE,
            added_by TEXT,
            added_at INTEGER NOT NULL,
            PRIMARY KEY (scope, handle, name)
        ) WITHOUT ROWID;

        -- An item is asked for by its link.
        CREATE INDEX articles_by_link ON articles (COALESCE(canonical_link, link));

        -- Watchlists that were shown with their figures and wait for somebody to keep or to drop them.
        CREATE TABLE drafts (
            key      TEXT    PRIMARY KEY,
            scope    TEXT    NOT NULL,
            channel  TEXT    NOT NULL,
            name     TEXT    NOT NULL,
            query    TEXT    NOT NULL,
            severity TEXT    NOT NULL,
            at_home  INTEGER NOT NULL,
            made_at  INTEGER NOT NULL,
            outcome  TEXT
        ) WITHOUT ROWID;
        """,
        """
        -- What became of an article's page: a sentence, where it was wanted. feed_text is the feed's teaser where text is the page's.
        ALTER TABLE articles ADD COLUMN feed_text TEXT;
        ALTER TABLE articles ADD COLUMN page_note TEXT;

        -- Pages that were asked for, by canonical link, each once.
        CREATE TABLE pages (
            link    TEXT    PRIMARY KEY,
            asked   INTEGER NOT NULL,
            outcome TEXT    NOT NULL
        );
        CREATE INDEX pages_by_asked ON pages (asked);
        """,
        """
        -- What people say in the articles: every quotation with its place in the article's text (UTF-16 code units).
        CREATE TABLE quotes (
            article_id    INTEGER NOT NULL REFERENCES articles (id),
            start_at      INTEGER NOT NULL,
            end_at        INTEGER NOT NULL,
            kind          TEXT    NOT NULL,
            speaker       TEXT,
            role          TEXT,
            mention       TEXT,
            mention_start INTEGER,
            cue           TEXT,
            certainty     REAL    NOT NULL,
            text          TEXT    NOT NULL, -- for other programs: their offsets count otherwise
            PRIMARY KEY (article_id, start_at)
        ) WITHOUT ROWID;

        -- The words that those who are quoted are found by, the newest article of each word first.
        CREATE TABLE speaker_words (
            word       TEXT    NOT NULL,
            published  INTEGER NOT NULL,
            article_id INTEGER NOT NULL,
            PRIMARY KEY (word, published DESC, article_id DESC)
        ) WITHOUT ROWID;

        -- Of what is stored already, the newest: reading all of a large file would keep the bot from starting.
        CREATE TEMP TABLE newest_quotes AS
        SELECT a.id, a.published, quotes_of(a.text) AS said FROM articles a ORDER BY a.id DESC LIMIT 20000;
        INSERT OR IGNORE INTO quotes
        SELECT n.id, q.value ->> 'start', q.value ->> 'end', q.value ->> 'kind', q.value ->> 'speaker', q.value ->> 'role',
               q.value ->> 'mention', q.value ->> 'mentionStart', q.value ->> 'cue', q.value ->> 'certainty', q.value ->> 'text'
        FROM newest_quotes n, json_each(n.said) q;
        INSERT OR IGNORE INTO speaker_words
        SELECT w.value, n.published, n.id
        FROM newest_quotes n, json_each(n.said) q, json_each(q.value, '$.words') w;
        DROP TABLE newest_quotes;
        """,
        LivingMessages.Outbox,
        LivingMessages.Stories,
        ClosedChannels.Table,
        """
        -- The days on which the bot kept house, counted from 1970: a clock that has jumped has not seen them.
        CREATE TABLE days_at_work (day INTEGER PRIMARY KEY) WITHOUT ROWID;

        -- Since a backup was restored: what a feed brings at its next poll and is not younger than this may have been told.
        ALTER TABLE feeds ADD COLUMN told_until INTEGER;

        -- What hangs on a story or an article is found by it when it is old enough to go.
        CREATE INDEX IF NOT EXISTS matches_by_article ON matches (article_id);
        CREATE INDEX IF NOT EXISTS outbox_by_story ON outbox (story_id) WHERE story_id IS NOT NULL;
        CREATE INDEX outbox_of_no_story ON outbox (settled) WHERE story_id IS NULL;
        """,
        """
        -- What articles are found by: the roots of their words and, beside them, what it takes to put those that are found in
        -- order. What is stored already comes in little by little, the newest first: see SearchIndex.
        CREATE VIRTUAL TABLE article_words USING fts5 (
            roots, content = '', contentless_delete = 1, detail = 'none', tokenize = "ascii tokenchars '_'");
        CREATE TABLE searchable (
            article_id INTEGER PRIMARY KEY,
            feed_id    INTEGER NOT NULL,
            published  INTEGER NOT NULL,
            received   INTEGER NOT NULL
        );
        CREATE TABLE search_filling (unfiled_below INTEGER NOT NULL);
        INSERT INTO search_filling SELECT COALESCE(MAX(id), 0) + 1 FROM articles;

        -- Why an article was stored and not told: 'first poll', 'too old' or 'reissue'; null where it was news. What came
        -- before this was written down has 'unknown'.
        ALTER TABLE articles ADD COLUMN untold TEXT DEFAULT 'unknown';

        -- What a match came to: 'told' where it was the first of its story, 'joined' where the story stood already; null where
        -- nobody was to be told.
        ALTER TABLE matches ADD COLUMN ended TEXT;

        -- Items that could not be read, by what each goes by; every poll that brings one tries it again.
        CREATE TABLE unreadable (
            feed_id INTEGER NOT NULL REFERENCES feeds (id),
            item    TEXT    NOT NULL,
            first   INTEGER NOT NULL,
            last    INTEGER NOT NULL,
            reason  TEXT    NOT NULL,
            PRIMARY KEY (feed_id, item)
        ) WITHOUT ROWID;
        CREATE INDEX unreadable_by_last ON unreadable (last);
        """,
        """
        -- What decides which story an article tells, apart from the articles: reading them all must not read their texts.
        -- copy_of is equal for articles that carry one text.
        CREATE TABLE story_traces (
            article_id INTEGER PRIMARY KEY REFERENCES articles (id),
            story_id   INTEGER NOT NULL,
            received   INTEGER NOT NULL,
            copy_of    INTEGER,
            trace      BLOB    NOT NULL
        );
        CREATE INDEX story_traces_by_received ON story_traces (received);
        CREATE TRIGGER story_traces_go AFTER DELETE ON articles BEGIN DELETE FROM story_traces WHERE article_id = OLD.id; END;
        """,
        """
        -- Names of entities that articles are filed under in article_words, each from an article on; see SearchNames.
        CREATE TABLE filed_names (root TEXT PRIMARY KEY, since INTEGER NOT NULL) WITHOUT ROWID;
        """,
    ];

    /// <summary>The shape that this bot knows and writes.</summary>
    internal static int Newest => All.Length;

    /// <summary>Brings the file to the newest shape.</summary>
    /// <exception cref="InvalidDataException">
    /// A newer bot wrote it, it is no database, or it has to be changed while an older bot is at work on it; the file is left
    /// as it is.
    /// </exception>
    public static void Apply(Database database, CancellationToken stopping = default) => Apply(database, All.Length, stopping);

    /// <param name="shape">How many of the list to apply: fewer than all make the file of an older bot.</param>
    internal static void Apply(Database database, int shape, CancellationToken stopping = default)
    {
        try
        {
            using var connection = database.Open();
            using var end = new EndedByStop(connection, stopping);
            var version = connection.QuerySingle<int>("PRAGMA user_version");
            if (version > All.Length)
                throw DatabaseFile.Newer(connection.DataSource, version);
            if (version < shape)
                database.Claim();

            connection.Execute("PRAGMA journal_mode = WAL");
            Apply(connection, version, shape);
        }
        catch (SqliteException) when (stopping.IsCancellationRequested)
        {
            throw new OperationCanceledException(stopping);
        }
        catch (SqliteException problem)
        {
            throw database.File.Explain(problem);
        }
    }

    /// <param name="version">The shape that it has.</param>
    internal static void Apply(SqliteConnection connection, int version, int shape)
    {
        connection.CreateFunction<string, string, string?, long, long, string>("item_marks_of", MarksOf);
        connection.CreateFunction<string, string, long, long, string>("item_words_of", WordsOf);
        connection.CreateFunction<string, string>("quotes_of", QuoteStore.QuotesOf);
        for (; version < shape; version++)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            connection.Execute(All[version]);
            connection.Execute($"PRAGMA user_version = {version + 1}");
            transaction.Commit();
        }
    }

    private static string MarksOf(string key, string title, string? link, long published, long received) =>
        JsonSerializer.Serialize(ItemIdentity.OfStored(new ItemKey(key), title, link, Date(published, received)));

    private static string WordsOf(string title, string text, long published, long received) =>
        JsonSerializer.Serialize(ItemIdentity.WordsOfStored(title, text, Date(published, received)));

    /// <summary>
    /// Over a large database a step takes minutes. A stop undoes it, as SQLite does with what is cut off, and the next start
    /// begins it anew; those before it are kept.
    /// </summary>
    private sealed class EndedByStop : IDisposable
    {
        /// <summary>In instructions of SQLite's machine: some microseconds.</summary>
        private const int BetweenLooks = 1_000;

        private readonly SqliteConnection _connection;

        public EndedByStop(SqliteConnection connection, CancellationToken stopping)
        {
            _connection = connection;
            raw.sqlite3_progress_handler(connection.Handle, BetweenLooks, _ => stopping.IsCancellationRequested ? 1 : 0, null);
        }

        /// <summary>The connection goes back to the others, where nothing ends it.</summary>
        public void Dispose() => raw.sqlite3_progress_handler(_connection.Handle, 0, null, null);
    }

    // An article without a date of its own was published when it was received.
    private static DateTimeOffset? Date(long published, long received) => published == received ? null : published.FromStored();
}
