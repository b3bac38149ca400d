-- How far the recorded matches follow the register: the place in its log of changes, the day and the texts by which
-- they are judged. It moves in the transaction that appends what changed. One row.
create table followed (
    tx    text not null,
    id    bigint not null,
    day   date not null,
    texts text[] not null,
    one_row boolean primary key default true check (one_row)
);
