-- Meetings of a department with firms.
create table meetings.session (
    id            bigint generated always as identity primary key,
    series        text        not null,
    unit          text        not null,
    theme         text        not null check (theme <> ''),
    host          text        not null check (host <> ''),
    place         text        not null check (place <> ''),
    starts_at     timestamptz not null,
    ends_at       timestamptz not null check (ends_at > starts_at),
    sign_up_until timestamptz not null check (sign_up_until <= starts_at),
    seats         int         not null check (seats > 0),
    planned_by    text        not null,
    planned_at    timestamptz not null,
    state         text        not null default 'PLANNED' check (state in ('PLANNED', 'HELD', 'CANCELLED')),
    -- The public summary of one that was held, the reason of one that was cancelled.
    words         text        not null default '',
    closed_by     text,
    closed_at     timestamptz,
    check ((state = 'PLANNED') = (closed_at is null))
);

create index session_starts on meetings.session (starts_at, id);
create index session_of_unit on meetings.session (unit, starts_at);

-- A seat belongs to whoever signed up earlier; whoever withdraws makes room. So no seat is kept here.
create table meetings.sign_up (
    id           bigint generated always as identity primary key,
    session_id   bigint      not null references meetings.session,
    firm         text        not null check (length(firm) = 18),
    account      text        not null,
    contact      text        not null,
    people       int         not null check (people > 0),
    at           timestamptz not null,
    withdrawn_at timestamptz,
    came         boolean     not null default false
);

create unique index sign_up_of_firm on meetings.sign_up (session_id, firm) where withdrawn_at is null;

create table meetings.issue (
    id          bigint generated always as identity primary key,
    session_id  bigint      not null references meetings.session,
    firm        text        not null check (length(firm) = 18),
    account     text        not null,
    words       text        not null check (words <> ''),
    at          timestamptz not null,
    answer      text,
    answered_by text,
    answered_at timestamptz,
    -- Number of the appeal that it became.
    appeal      text
);

create index issue_of_session on meetings.issue (session_id, id);

create function meetings.check_issue() returns trigger language plpgsql as $$
begin
    if tg_op <> 'UPDATE' or (new.session_id, new.firm, new.account, new.words, new.at)
       is distinct from (old.session_id, old.firm, old.account, old.words, old.at) then
        raise exception 'what was brought up (%) is on record', old.id using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;

create trigger issue_stays_as_said before update or delete on meetings.issue
    for each row execute function meetings.check_issue();

create table meetings.rating (
    session_id bigint      not null references meetings.session,
    firm       text        not null check (length(firm) = 18),
    account    text        not null,
    stars      int         not null check (stars between 1 and 5),
    words      text        not null,
    at         timestamptz not null,
    primary key (session_id, firm)
);

-- Who saw how the firms are reached.
create table meetings.look (
    id         bigint generated always as identity primary key,
    session_id bigint      not null references meetings.session,
    account    text        not null,
    name       text        not null,
    at         timestamptz not null
);

create index look_of_session on meetings.look (session_id, id);
