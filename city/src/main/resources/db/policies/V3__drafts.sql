-- Drafts that policy makers keep in the lab, each for its maker alone. What stands in one never judges anybody; who
-- drops one drops it for good.
create table draft (
    id         bigint generated always as identity primary key,
    account    text        not null,
    name       text        not null check (name <> ''),
    -- which policy it would replace; null for a new one
    policy_id  text,
    conditions text[]      not null,
    amount     text        not null,
    cap_yuan   numeric,
    kept_at    timestamptz not null
);

create index draft_of_account on draft (account, kept_at desc);
