-- What was suggested for an appeal when a person chose its category, before anything was learnt from that choice:
-- so it is counted how good suggestions are.
create table appeals.suggested (
    appeal_id bigint primary key references appeals.appeal,
    at        timestamptz not null,
    chosen    text        not null,
    -- The chosen category was the first, second or third that was suggested; 0: none of these.
    place     int         not null check (place between 0 and 3)
);

create index suggested_since on appeals.suggested (at) include (chosen, place);
create trigger suggested_stays before update or delete or truncate on appeals.suggested
    for each statement execute function appeals.refuse_change();
