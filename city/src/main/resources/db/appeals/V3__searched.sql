-- What is searched lies by itself. The row of an appeal is written anew with each step of its case, and all its pairs
-- of signs would be put into their index each time, though what was said never changes.
create table appeals.searched (
    id    bigint primary key references appeals.appeal,
    grams int[] not null
);

insert into appeals.searched select id, grams from appeals.appeal;
create index searched_grams on appeals.searched using gin (grams) with (fastupdate = off);

drop index appeals.appeal_grams;
alter table appeals.appeal drop column grams;
