-- What was measured, when, on what. The log of a file is kept until it is measured, so that a run cut off starts again.
create table training.evaluation (
    id          uuid primary key,
    source      text        not null,
    model       text,
    days        int,
    log         text,
    state       text        not null check (state in ('waiting', 'done', 'failed')),
    asked_at    timestamptz not null,
    finished_at timestamptz,
    sentence    text,
    result      jsonb
);

create index evaluation_newest on training.evaluation (asked_at desc);
