-- The version of a saved article up to which a reader has put away the notice of a new one.
create table events.notice_seen (
    reader  text        not null,
    article text        not null,
    version int         not null,
    at      timestamptz not null default now(),
    primary key (reader, article)
);
