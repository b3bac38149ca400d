-- What may be judged differently now: a pointer for each transaction that appended facts of a firm or changed how they
-- count (a contest opened or answered). Who follows it reads `(tx, id)` in order up to the oldest transaction that is
-- still running, so that nothing which commits late is passed over.
create table enterprises.change (
    id            bigint generated always as identity primary key,
    tx            xid8 not null default pg_current_xact_id(),
    -- null: everything, when an empty register was filled
    enterprise_id bigint,
    elements      text[] not null
);

create index change_in_order on enterprises.change (tx, id);

-- Which log it is: who keeps a position elsewhere (a cache file) can tell whether it belongs to this one.
create table enterprises.change_log (
    log uuid not null default gen_random_uuid()
);
insert into enterprises.change_log default values;
