-- The change of the article that its vector is of; another one now means that the vector is out of date.
alter table embedding.article_vector add column of_change timestamptz;

-- The model whose vectors are served. A newly configured one is written here when it has embedded the current window.
create table embedding.serving (
    only_one  boolean primary key default true check (only_one),
    model     text not null,
    directory text,
    max_tokens int not null,
    since     timestamptz not null default now()
);
