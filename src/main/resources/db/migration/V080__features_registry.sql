-- Every definition that was ever applied. The current ones have no retired_at. Tables of views are made and altered by
-- applying definitions, in one transaction with the rows here; they are never dropped.
create table features.definition (
    object     text        not null,
    name       text        not null,
    hash       text        not null,
    meaning    text        not null,
    detail     text        not null,
    applied_at timestamptz not null default clock_timestamp(),
    retired_at timestamptz,
    primary key (object, name, applied_at)
);

create unique index definition_current on features.definition (object, name) where retired_at is null;

-- What was applied, when and by whom; the newest row is what holds. files keeps the order of the files.
create table features.applied (
    id         bigint generated always as identity primary key,
    revision   text        not null,
    files      json        not null,
    changes    json        not null,
    applied_by text        not null,
    applied_at timestamptz not null default clock_timestamp()
);
