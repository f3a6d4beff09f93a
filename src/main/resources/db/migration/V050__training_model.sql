create schema if not exists training;

-- Models as plain numbers. Which one serves is a row's state, so a swap is one transaction for every replica.
create table training.model (
    id           text primary key,
    kind         text        not null,
    state        text        not null check (state in ('candidate', 'active', 'retired', 'refused')),
    features     jsonb       not null,
    trained_from timestamptz,
    trained_to   timestamptz,
    metrics      jsonb       not null default '{}',
    parent       text references training.model (id),
    artefact     jsonb       not null,
    sha256       text        not null,
    created_at   timestamptz not null,
    decided_at   timestamptz,
    reason       text
);

create unique index model_one_active on training.model (state) where state = 'active';
create index model_newest on training.model (created_at desc);
