-- The case that goes with a meeting: its clocks remind the firms, and do not let a result wait. A meeting that was
-- planned before has none.
alter table meetings.session add column case_id bigint unique;

-- How it was planned before it was moved.
create table meetings.move (
    id         bigint generated always as identity primary key,
    session_id bigint      not null references meetings.session,
    starts_at  timestamptz not null,
    place      text        not null,
    reason     text        not null check (reason <> ''),
    moved_by   text        not null,
    moved_at   timestamptz not null
);

create index move_of_session on meetings.move (session_id, id);
