-- A leader asks that a policy or a service item be changed, and which appeals speak for it. Nobody closes a request:
-- the first text after the one of that day does.
create table appeals.change (
    id         bigint generated always as identity primary key,
    target     text        not null,
    version    text        not null,
    words      text        not null check (words <> ''),
    by_account text        not null,
    by_name    text        not null,
    at         timestamptz not null
);

create trigger change_stays before update or delete or truncate on appeals.change
    for each statement execute function appeals.refuse_change();

create table appeals.change_voice (
    change_id bigint not null references appeals.change,
    appeal_id bigint not null references appeals.appeal,
    primary key (change_id, appeal_id)
);

create index change_voice_of_appeal on appeals.change_voice (appeal_id);
