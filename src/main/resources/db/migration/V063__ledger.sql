create schema if not exists ledger;

-- What arXiv says was announced in a category on a day, against what is here.
create table ledger.day (
    category     text        not null,
    day          date        not null,
    expected     int         not null,
    expected_by  text        not null,
    counted_at   timestamptz not null,
    stored       int         not null,
    embedded     int         not null,
    lacking      int         not null default 0,
    fetched      int         not null default 0,
    short_since  timestamptz,
    complete_at  timestamptz,
    note         text,
    primary key (category, day)
);
create index ledger_day on ledger.day (day desc, category);
