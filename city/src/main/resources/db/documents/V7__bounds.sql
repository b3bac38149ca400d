-- A licence that could not be issued anew is passed over, and why: the run goes on with the others.
alter table documents.reissued add column failed text;

-- What the second factor said when the sitting began (it is asked once), and when the last wrong code came.
alter table documents.signing add column asked_zh text not null default '';
alter table documents.signing add column asked_en text not null default '';
alter table documents.signing add column tried_at timestamptz;

create index signing_of on documents.signing (account);

-- Whoever leaves a firm and comes back starts without grants: one ends with the mandate that it was made under.
alter table documents.use_grant add column mandate bigint;
