-- A file over which reading fails is tried again behind all others, and put aside at its last try.
alter table invoices.waiting add column tries int not null default 0;

drop index invoices.waiting_in_turn;

create index waiting_in_turn on invoices.waiting (tries, place, upload);
