-- What whoever was helped says of it: once, after its end, of the helper of then.
create table helping.rating (
    help_id bigint primary key references helping.help,
    stars   int         not null check (stars between 1 and 5),
    words   text        not null,
    helper  text        not null,
    account text        not null,
    at      timestamptz not null
);

create index rating_since on helping.rating (at) include (stars);
create trigger rating_stays before update or delete or truncate on helping.rating
    for each statement execute function helping.refuse_change();
