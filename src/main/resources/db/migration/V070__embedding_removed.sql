-- Which articles lost their vector, for a day: replicas follow it instead of counting all vectors every few seconds.
create table embedding.removed (
    article text not null,
    model   text not null,
    at      timestamptz not null default clock_timestamp()
);

create index removed_at on embedding.removed (at);

create function embedding.remember_removed() returns trigger language plpgsql as $$
begin
    delete from embedding.removed where at < now() - interval '1 day';
    insert into embedding.removed (article, model) select article, model from gone;
    return null;
end
$$;

create trigger article_vector_removed after delete on embedding.article_vector
    referencing old table as gone
    for each statement execute function embedding.remember_removed();
