create schema if not exists events;

-- One row per list ever shown or answered.
create table events.ranking (
    id              uuid primary key,
    reader          text,
    kind            text        not null,
    query           text,
    model           text        not null,
    arm             text        not null default 'default',
    at              timestamptz not null,
    candidate_count int         not null
);

create index ranking_reader on events.ranking (reader, at desc);
create index ranking_at on events.ranking (at);

-- The features are the vector exactly as served, in the order of feature_names.
create table events.ranking_item (
    ranking       uuid   not null references events.ranking (id) on delete cascade,
    position      int    not null,
    article       text   not null,
    score         double precision not null,
    propensity    double precision not null default 1,
    features      double precision[] not null default '{}',
    feature_names text[] not null default '{}',
    primary key (ranking, position)
);

create index ranking_item_article on events.ranking_item (article);

-- Append-only. The id comes from the client, so that sending twice records once.
create table events.event (
    id          uuid primary key,
    reader      text        not null,
    type        text        not null,
    article     text,
    ranking     uuid,
    query       text,
    at          timestamptz not null,
    received_at timestamptz not null default now(),
    source      text        not null default 'live'
);

create index event_reader on events.event (reader, at desc);
create index event_article on events.event (article, at desc) where article is not null;
create index event_received on events.event (received_at);
create index event_at on events.event (at);
create index event_ranking on events.event (ranking) where ranking is not null;
