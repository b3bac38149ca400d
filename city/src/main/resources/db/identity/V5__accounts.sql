-- A password that somebody else knows: whoever signs in with it first chooses their own.
alter table identity.person add column given_out boolean not null default false;
-- Closed, never deleted: what was done under the account keeps its name.
alter table identity.person add column closed_at timestamptz;

-- What was done with accounts; appended, never changed.
create table identity.account_entry (
    id      bigint generated always as identity primary key,
    account text        not null references identity.person,
    at      timestamptz not null,
    by      text        not null,
    what    text        not null check (what in ('MADE', 'CHANGED', 'PASSWORD_GIVEN', 'PASSWORD_CHOSEN', 'CLOSED',
                                                 'OPENED', 'REGISTERED', 'ENDED')),
    about   text        not null
);

create index on identity.account_entry (account, id);
