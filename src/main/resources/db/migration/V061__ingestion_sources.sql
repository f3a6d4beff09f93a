-- What arXiv's feed said was announced, a row an article and category; the evidence that the ledger counts against.
create table ingestion.announcement (
    day      date        not null,
    category text        not null,
    article  text        not null,
    kind     text        not null,
    version  int         not null,
    seen_at  timestamptz not null default now(),
    primary key (day, category, article)
);

-- How far each set of the OAI-PMH service is read. A list that is being read has a token; `since` is where it began, and
-- where the next one begins when it has ended. `newest` is the newest datestamp that is stored.
create table ingestion.oai_place (
    set_spec  text        primary key,
    since     date        not null,
    token     text,
    newest    date,
    in_order  boolean     not null default true,
    read      bigint      not null default 0,
    at        timestamptz not null default now()
);

-- The requests of each hour to each of arXiv's services, and how they were answered.
create table ingestion.request_hour (
    hour     timestamptz not null,
    service  text        not null,
    answered int         not null default 0,
    limited  int         not null default 0,
    busy     int         not null default 0,
    failed   int         not null default 0,
    primary key (hour, service)
);
