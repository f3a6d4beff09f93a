create schema if not exists features;

-- One table per view of feature-definitions/*.yaml, one column per feature. Append-only: a row says what the values were
-- at event_timestamp, computed from what happened before; where two rows say it, the newest created_timestamp counts.
-- embedding_model names the model of the vectors in a row.
create table features.user_daily_stats (
    user_id           text        not null,
    event_timestamp   timestamptz not null,
    created_timestamp timestamptz not null default clock_timestamp(),
    embedding_model   text        not null,
    query             text,
    title             text,
    query_embedding   bytea,
    title_embedding   bytea,
    clicks_7d         bigint,
    expands_7d        bigint,
    impressions_7d    bigint,
    positives         bigint,
    categories        jsonb,
    authors           jsonb
);

create index user_daily_stats_as_of
    on features.user_daily_stats (user_id, event_timestamp desc, created_timestamp desc);

create table features.document_daily_stats (
    entry_id          text        not null,
    event_timestamp   timestamptz not null,
    created_timestamp timestamptz not null default clock_timestamp(),
    embedding_model   text        not null,
    click             bigint,
    expand            bigint,
    impress           bigint,
    title             text,
    clicks_3d         bigint,
    expands_3d        bigint,
    action_rate       double precision
);

create index document_daily_stats_as_of
    on features.document_daily_stats (entry_id, event_timestamp desc, created_timestamp desc);
create index document_daily_stats_created on features.document_daily_stats (created_timestamp);
create index document_daily_stats_time on features.document_daily_stats (event_timestamp);
create index user_daily_stats_time on features.user_daily_stats (event_timestamp);

-- what aggregation asks: which readers, which articles, how often in a window
create index event_article_type on events.event (article, type, at) where article is not null;
