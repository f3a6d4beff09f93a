-- Who told what an article says now and on which day it was announced. A day from a feed outweighs one that was worked
-- out from the moment of submission, which outweighs one from its day. Until it is confirmed, the version is the least
-- that it can be, and the dates are stand-ins.
alter table catalog.article
    add column told_by    text        not null default 'unknown',
    add column told_at    timestamptz not null default now(),
    add column day_by     text        not null default 'unknown',
    add column day_weight smallint    not null default 1,
    add column confirmed  boolean     not null default true;

alter table catalog.article_version add column told_by text not null default 'unknown';

create index article_unconfirmed on catalog.article (announced desc) where not confirmed;
