-- What was published stays: whoever applied was told exactly this.
create table published (
    kind         text        not null check (kind in ('ITEM', 'JOURNEY')),
    id           text        not null,
    version      text        not null,
    content      text        not null,
    content_hash text        not null,
    published_at timestamptz not null,
    primary key (kind, id, version)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of %.% never change: add a new one', tg_table_schema, tg_table_name;
end
$$;

create trigger published_is_immutable before update or delete or truncate on published
    for each statement execute function refuse_change();

-- Names and codes of items that nobody has described yet, as other catalogues list them.
create table stub (
    code        text        not null primary key,
    name        text        not null,
    department  text        not null,
    source      text        not null,
    recorded_at timestamptz not null
);

create index stub_of_department on stub (department, code);
