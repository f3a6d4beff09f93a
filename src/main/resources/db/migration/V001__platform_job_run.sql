create schema if not exists platform;

create table platform.job_run (
    id          uuid primary key,
    job         text        not null,
    trigger     text        not null,
    state       text        not null,
    started_at  timestamptz not null,
    finished_at timestamptz,
    done        bigint      not null default 0,
    total       bigint      not null default 0,
    sentence    text        not null default ''
);

create index job_run_newest on platform.job_run (job, started_at desc);
