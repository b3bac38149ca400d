-- Registration files that were taken: what became of each, and every row or value that could not be taken.
create table enterprises.import_run (
    id             bigint generated always as identity primary key,
    file_name      text not null,
    as_of          date not null,
    started_at     timestamptz not null,
    started_by     text not null,
    state          text not null default 'RUNNING' check (state in ('RUNNING', 'READ', 'UNREADABLE', 'BROKEN_OFF')),
    finished_at    timestamptz,
    bytes          bigint not null,
    bytes_read     bigint not null default 0,
    rows_read      int not null default 0,
    new_firms      int not null default 0,
    changed_firms  int not null default 0,
    same_firms     int not null default 0,
    refused_rows   int not null default 0,
    dropped_values int not null default 0,
    unused_headers text[] not null default '{}',
    why_zh         text,
    why_en         text,
    check ((state = 'RUNNING') = (finished_at is null))
);

create unique index import_run_one_at_a_time on enterprises.import_run ((true)) where state = 'RUNNING';

create table enterprises.import_problem (
    run_id      bigint not null references enterprises.import_run,
    number      int not null,
    line        int not null,
    place       int not null,
    header      text not null,
    value       text not null,
    row_refused boolean not null,
    zh          text not null,
    en          text not null,
    primary key (run_id, number)
);
