-- What officials and a firm had to do with each other, whichever room it happened in.
create table interactions.interaction (
    id         bigint generated always as identity primary key,
    firm       text        not null check (length(firm) = 18),
    kind       text        not null,
    day        date        not null,
    unit       text        not null,
    account    text        not null,
    name       text        not null,
    words      text        not null check (words <> ''),
    -- The lead or order for which it does not count; null: it counts as its kind does.
    trigger    text,
    -- Where it comes from; the same twice is one.
    source     text        not null unique,
    recorded_at timestamptz not null
);

create index interaction_of_firm on interactions.interaction (firm, day, id);

create function interactions.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only (%)', tg_table_name, tg_op using errcode = 'integrity_constraint_violation';
end
$$;

create trigger interaction_stays before update or delete or truncate on interactions.interaction
    for each statement execute function interactions.refuse_change();

-- A visit that is ahead. What was too often stays with the reason why it was planned all the same.
create table interactions.visit (
    id         bigint generated always as identity primary key,
    firm       text        not null check (length(firm) = 18),
    kind       text        not null,
    day        date        not null,
    unit       text        not null,
    account    text        not null,
    name       text        not null,
    words      text        not null check (words <> ''),
    trigger    text,
    too_often  text,
    despite    text,
    planned_at timestamptz not null,
    state      text        not null default 'PLANNED' check (state in ('PLANNED', 'DONE', 'CANCELLED')),
    closed_at  timestamptz,
    check ((too_often is null) = (despite is null)),
    check ((state = 'PLANNED') = (closed_at is null))
);

create index visit_of_firm on interactions.visit (firm, day) where state = 'PLANNED';
create index visit_of_unit on interactions.visit (unit, day, id) where state = 'PLANNED';
