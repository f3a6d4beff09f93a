-- The words of an article are filled by a trigger, and not while files of millions are read: working them out costs more
-- than everything else together. What was left out is filled afterwards, newest first.
alter table catalog.article alter column words drop expression;
alter table catalog.article alter column words drop not null;

create function catalog.words_of(title text, abstract text) returns tsvector immutable parallel safe language sql as
    $$ select setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', abstract), 'C') $$;

create function catalog.fill_words() returns trigger language plpgsql as $$
begin
    if current_setting('catalog.bulk', true) = 'on' then
        new.words := null;
    else
        new.words := catalog.words_of(new.title, new.abstract);
    end if;
    return new;
end $$;

create trigger article_words_new before insert on catalog.article
    for each row execute function catalog.fill_words();
create trigger article_words_changed before update of title, abstract on catalog.article
    for each row when (old.title is distinct from new.title or old.abstract is distinct from new.abstract)
    execute function catalog.fill_words();

create index article_wordless on catalog.article (announced desc) where words is null;

-- Where files are copied to before they become articles; empty between two transactions.
create unlogged table catalog.incoming (
    line             bigint, id text, version int, title text, abstract text, authors text[], categories text[],
    primary_category text, published timestamptz, updated timestamptz, announced date, comment text,
    journal_ref      text, doi text, withdrawn boolean
);

-- The files that are, or were, taken in as a whole, and how far each is read.
create table ingestion.bulk_file (
    path       text        primary key,
    size       bigint      not null,
    modified   timestamptz not null,
    state      text        not null default 'waiting',
    bytes      bigint      not null default 0,
    lines      bigint      not null default 0,
    taken      bigint      not null default 0,
    changed    bigint      not null default 0,
    bad        bigint      not null default 0,
    reason     text,
    asked_at   timestamptz not null default clock_timestamp(),
    ended_at   timestamptz
);

create table ingestion.bulk_bad_line (
    path   text   not null references ingestion.bulk_file (path) on delete cascade,
    line   bigint not null,
    reason text   not null,
    primary key (path, line)
);
