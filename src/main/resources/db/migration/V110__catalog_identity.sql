-- Tells this catalog from any other, so that what was cached of one is not taken for the other.
create table catalog.identity (
    id uuid not null default gen_random_uuid()
);
insert into catalog.identity default values;
