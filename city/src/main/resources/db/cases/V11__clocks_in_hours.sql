-- The length of a clock that counts minutes of working time from its start; 0: it counts days.
alter table cases.clock add column length_minutes int not null default 0;
