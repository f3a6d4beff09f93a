-- Which lines of an interleaved list each of two models drafted: a letter a position, A the champion's, B the
-- challenger's, - neither's.
create table events.draft (
    ranking    uuid primary key references events.ranking (id) on delete cascade,
    champion   text not null,
    challenger text not null,
    teams      text not null
);

create index draft_pair on events.draft (challenger, champion);

-- What an exploring line was drawn from, so that another model can be asked what it would have shown there. The features
-- are one row of the list's feature names for each article, as served.
create table events.exploration (
    ranking  uuid   not null references events.ranking (id) on delete cascade,
    position int    not null,
    chosen   int    not null,
    articles text[] not null,
    features double precision[] not null,
    primary key (ranking, position)
);
