-- Files of procedures as they were brought in. The engine keeps its own tables in the schema bpm, made when it is first
-- needed.
create table procedures.text (
    id          bigint generated always as identity primary key,
    file_name   text        not null,
    content     bytea       not null,
    hash        bytea       not null unique,
    uploaded_at timestamptz not null,
    -- Account; empty: it ships with the software.
    uploaded_by text        not null
);

-- By which text the cases of an item go from then on; null: by none. The newest row counts.
create table procedures.use (
    number bigint generated always as identity primary key,
    item   text        not null,
    text   bigint references procedures.text,
    since  timestamptz not null,
    set_by text        not null
);

create index use_of_item on procedures.use (item, number);

create function procedures.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only (%)', tg_table_name, tg_op using errcode = 'integrity_constraint_violation';
end
$$;

create trigger text_is_immutable before update or delete or truncate on procedures.text
    for each statement execute function procedures.refuse_change();
create trigger use_append_only before update or delete or truncate on procedures.use
    for each statement execute function procedures.refuse_change();

-- A case on its way.
create table procedures.run (
    case_id  bigint primary key,
    text     bigint      not null references procedures.text,
    -- What the engine calls it; null: the case has not come to where the procedure begins.
    instance text,
    -- The nodes at which it stands.
    here     text[]      not null,
    begun_at timestamptz not null,
    ended_at timestamptz
);
