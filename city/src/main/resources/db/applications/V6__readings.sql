-- What a machine read in a file that somebody brought, to be compared with the form. WAITING: nobody has looked yet.
create table applications.reading (
    file_id bigint primary key references applications.file (id) on delete cascade,
    state   text not null check (state in ('WAITING', 'TEXT', 'PICTURE', 'BLANK', 'UNREADABLE', 'SKIPPED')),
    content text not null default '',
    read_at timestamptz
);

create index reading_waiting on applications.reading (file_id) where state = 'WAITING';
