namespace Bot.Storage;

/// <summary>The migrations that made messages live on after they are posted.</summary>
internal static class LivingMessages
{
    public const string Outbox =
        """
        -- A message lives on: revision counts the states that it was to show, shown is the one that stands in the channel (the
        -- oldest that may), edit_due is when it is brought to the newest. In a later round a story is posted again. A change is
        -- told in the thread of its parent, each once.
        CREATE TABLE outbox_of_the_living (
            id            INTEGER PRIMARY KEY AUTOINCREMENT,
            key           TEXT    NOT NULL UNIQUE,
            channel       TEXT    NOT NULL,
            kind          TEXT    NOT NULL,
            message       TEXT    NOT NULL,
            watchlist_id  INTEGER,
            story_id      INTEGER,
            article_id    INTEGER,
            round         INTEGER NOT NULL DEFAULT 1,
            parent        INTEGER,
            once          TEXT,
            state         TEXT    NOT NULL DEFAULT 'waiting',
            attempts      INTEGER NOT NULL DEFAULT 0,
            first_tried   INTEGER,
            due           INTEGER NOT NULL,
            created       INTEGER NOT NULL,
            settled       INTEGER,
            message_id    TEXT,
            reason        TEXT,
            revision      INTEGER NOT NULL DEFAULT 0,
            shown         INTEGER NOT NULL DEFAULT 0,
            told          INTEGER, -- when it was posted or last edited
            gone          INTEGER, -- when it turned out that somebody had deleted it
            edit_due      INTEGER,
            edit_attempts INTEGER NOT NULL DEFAULT 0,
            digest        INTEGER, -- the row in which it was told with others
            CHECK ((kind = 'alert' AND watchlist_id IS NOT NULL AND story_id IS NOT NULL AND once IS NULL AND parent IS NULL)
                OR (kind = 'change' AND watchlist_id IS NOT NULL AND story_id IS NOT NULL AND once IS NOT NULL AND parent IS NOT NULL)
                OR (kind = 'digest' AND watchlist_id IS NULL AND story_id IS NULL AND once IS NULL AND parent IS NULL)
                OR (kind = 'notice' AND watchlist_id IS NULL AND story_id IS NULL AND once IS NOT NULL AND parent IS NULL))
        );
        INSERT INTO outbox_of_the_living (id, key, channel, kind, message, watchlist_id, story_id, article_id, once, state, attempts, first_tried,
                                          due, created, settled, message_id, reason, told)
        SELECT o.id, o.key, o.channel, o.kind, o.message, o.watchlist_id, o.story_id,
               (SELECT MIN(m.article_id) FROM articles a CROSS JOIN matches m ON m.article_id = a.id
                WHERE a.story_id = o.story_id AND m.watchlist_id = o.watchlist_id),
               o.once, o.state, o.attempts, o.first_tried, o.due, o.created, o.settled, o.message_id, o.reason,
               CASE o.state WHEN 'sent' THEN o.settled END
        FROM outbox o;
        DROP TABLE outbox;
        ALTER TABLE outbox_of_the_living RENAME TO outbox;

        -- These are the promises: a story stands once in a channel, a notice is told there one time, a change one time in its thread.
        CREATE UNIQUE INDEX outbox_alerts ON outbox (watchlist_id, story_id, channel, round) WHERE kind = 'alert';
        CREATE UNIQUE INDEX outbox_notices ON outbox (channel, once) WHERE kind = 'notice';
        CREATE UNIQUE INDEX outbox_changes ON outbox (parent, once) WHERE kind = 'change';
        CREATE INDEX outbox_waiting ON outbox (channel, id) WHERE state = 'waiting';
        CREATE INDEX outbox_parked ON outbox (settled) WHERE state = 'parked';
        CREATE INDEX outbox_edits ON outbox (channel, edit_due) WHERE edit_due IS NOT NULL;
        CREATE INDEX outbox_by_story ON outbox (story_id) WHERE story_id IS NOT NULL;
        """;

    public const string Stories =
        """
        -- The numbers of dead, wounded and so on that an article states. A place below zero is one in its title.
        CREATE TABLE claims (
            article_id  INTEGER NOT NULL REFERENCES articles (id),
            story_id    INTEGER NOT NULL,
            kind        TEXT    NOT NULL,
            low         INTEGER,
            high        INTEGER,
            approximate INTEGER NOT NULL,
            part        INTEGER NOT NULL, -- of another number of the article
            who         TEXT,
            said_by     TEXT,
            words       TEXT    NOT NULL,
            start_at    INTEGER NOT NULL, -- in UTF-16 code units
            published   INTEGER NOT NULL
        );
        CREATE INDEX claims_by_article ON claims (article_id);
        CREATE INDEX claims_by_story ON claims (story_id);

        ALTER TABLE stories ADD COLUMN last_seen INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE stories ADD COLUMN articles  INTEGER NOT NULL DEFAULT 0;
        UPDATE stories SET
            last_seen = COALESCE((SELECT MAX(a.received) FROM articles a WHERE a.story_id = stories.id), first_seen),
            articles = (SELECT COUNT(*) FROM articles a WHERE a.story_id = stories.id);

        -- What officials say in an article in quoted words: "Confirmation", "Denial", "Confirmation Denial"; null where nothing.
        ALTER TABLE articles ADD COLUMN official TEXT;

        -- What a feed's item says, as a number that another wording changes, and how often it was read anew since it was stored.
        ALTER TABLE articles ADD COLUMN item_words INTEGER;
        ALTER TABLE articles ADD COLUMN edits      INTEGER NOT NULL DEFAULT 0;

        -- What becomes of a watchlist's alerts when their stories go on.
        ALTER TABLE watchlists ADD COLUMN updates TEXT NOT NULL DEFAULT 'edit and thread';
        ALTER TABLE drafts     ADD COLUMN updates TEXT NOT NULL DEFAULT 'edit and thread';
        """;
}
