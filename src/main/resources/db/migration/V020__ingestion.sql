create schema if not exists ingestion;

-- By this one row all replicas take turns to ask arXiv.
create table ingestion.pace (
    only_row     boolean     primary key default true check (only_row),
    leased_until timestamptz not null default 'epoch',
    free_at      timestamptz not null default 'epoch',
    search_until timestamptz not null default 'epoch'
);

insert into ingestion.pace default values;

-- When something was last done: a whole harvest, or one part of a harvest that has not ended.
create table ingestion.mark (
    name text        primary key,
    at   timestamptz not null
);
