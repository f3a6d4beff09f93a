create schema if not exists catalog;

-- One row per paper; the key is arXiv's id without version.
create table catalog.article (
    id               text primary key,
    version          int         not null default 1,
    title            text        not null,
    abstract         text        not null,
    authors          text[]      not null default '{}',
    categories       text[]      not null default '{}',
    primary_category text        not null,
    published        timestamptz not null,
    updated          timestamptz not null,
    announced        date        not null,
    comment          text,
    journal_ref      text,
    doi              text,
    withdrawn        boolean     not null default false,
    sample           boolean     not null default false,
    words            tsvector    not null generated always as
        (setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', abstract), 'C')) stored,
    stored_at        timestamptz not null default now(),
    changed_at       timestamptz not null default now()
);

create index article_announced on catalog.article (announced desc, id);
create index article_categories on catalog.article using gin (categories);
create index article_changed on catalog.article (changed_at);
create index article_words on catalog.article using gin (words);

-- What a version said when we first saw it; never rewritten.
create table catalog.article_version (
    article  text        not null references catalog.article (id) on delete cascade,
    version  int         not null,
    title    text        not null,
    abstract text        not null,
    comment  text,
    updated  timestamptz not null,
    seen_at  timestamptz not null default now(),
    primary key (article, version)
);

-- Moves on after each change, so that caches in any process know when to look again.
create sequence catalog.revision;
-- taken once, so that the first change is one too
select nextval('catalog.revision');
