-- The names of the features were written with each line of a list, and are the same for all of them. Those of a list stand
-- with the list from now on; lines that have their own keep them.
alter table events.ranking add column feature_names text[] not null default '{}';
