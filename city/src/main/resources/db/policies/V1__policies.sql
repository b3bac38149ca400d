-- What was published stays: a text that once judged firms can be read and replayed for ever.
create table version (
    policy_id    text        not null,
    version      text        not null,
    valid_from   date,
    valid_to     date,
    recorded_on  date,
    content      text        not null,
    content_hash text        not null,
    published_at timestamptz not null,
    primary key (policy_id, version)
);

-- How each firm's match with each policy came to stand: one row when it changes, none when it is only judged again.
create table match_record (
    id          bigint generated always as identity primary key,
    firm        text        not null,
    policy_id   text        not null,
    version     text        not null,
    as_of       date        not null,
    verdict     text        not null check (verdict in ('ELIGIBLE', 'NEARLY', 'UNDETERMINED', 'NOT_ELIGIBLE', 'ENDED')),
    missing     text[]      not null,
    amount_yuan numeric(18, 2),
    used        jsonb       not null,
    recorded_at timestamptz not null
);

create index match_record_of_firm on match_record (firm, policy_id, id desc);
create index match_record_of_policy on match_record (policy_id, firm);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of %.% never change: add a new one', tg_table_schema, tg_table_name;
end
$$;

create trigger version_is_immutable before update or delete or truncate on version
    for each statement execute function refuse_change();

create trigger match_record_is_immutable before update or delete or truncate on match_record
    for each statement execute function refuse_change();
