-- Runs in the order in which they were recorded. A clock that was ahead, or was set back, no longer decides which run is the
-- newest.
alter table platform.job_run add column recorded bigint generated always as identity;

create index job_run_recorded on platform.job_run (job, recorded desc);
drop index platform.job_run_newest;
