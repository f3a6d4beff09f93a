-- Ranges of history that were asked for. done_until moves on with the work, so that a run cut off anywhere goes on there.
create table features.materialised (
    id           bigint generated always as identity primary key,
    view_name    text        not null,
    from_at      timestamptz not null,
    to_at        timestamptz not null,
    step         interval    not null,
    done_until   timestamptz,
    requested_at timestamptz not null default clock_timestamp(),
    finished_at  timestamptz
);

create index materialised_open on features.materialised (id) where finished_at is null;

-- Served vectors computed again from history: how many values were equal, by feature.
create table features.parity (
    id        bigint generated always as identity primary key,
    at        timestamptz not null,
    vectors   int         not null,
    compared  bigint      not null,
    equal     bigint      not null,
    worst     text,
    worst_equal double precision,
    features  json        not null
);

-- What a day's rows of a view hold, feature by feature.
create table features.quality (
    view_name    text not null,
    feature      text not null,
    day          date not null,
    rows         bigint not null,
    nulls        bigint not null,
    least        double precision,
    most         double precision,
    mean         double precision,
    psi          double precision,
    alarm        text,
    measured_at  timestamptz not null default clock_timestamp(),
    primary key (view_name, feature, day)
);
