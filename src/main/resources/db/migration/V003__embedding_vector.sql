create schema if not exists embedding;

-- A text is embedded once per model: the key is what was embedded, not whose text it is.
create table embedding.vector (
    model      text  not null,
    text_hash  bytea not null,
    vector     bytea not null,
    created_at timestamptz not null default now(),
    primary key (model, text_hash)
);

-- Which text stands for an article under a model.
create table embedding.article_vector (
    article   text  not null references catalog.article (id) on delete cascade,
    model     text  not null,
    text_hash bytea not null,
    changed_at timestamptz not null default now(),
    primary key (article, model)
);

create index article_vector_changed on embedding.article_vector (model, changed_at);
