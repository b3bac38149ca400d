-- Work inside a case that another room asks for. What was done stands in the timeline.
create table cases.step (
    case_id bigint not null references cases.file,
    key     text   not null,
    number  bigint generated always as identity,
    zh      text   not null,
    en      text   not null,
    -- HANDLER, UNIT or ROLE@department.
    who     text   not null,
    -- The reason for which a clock stands still meanwhile.
    pause   text,
    primary key (case_id, key)
);

create table cases.step_answer (
    case_id bigint  not null,
    step    text    not null,
    number  int     not null,
    key     text    not null,
    zh      text    not null,
    en      text    not null,
    proof   boolean not null,
    primary key (case_id, step, number),
    foreign key (case_id, step) references cases.step on delete cascade
);

alter table cases.task drop constraint task_what_check;
alter table cases.task add constraint task_what_check check (what in ('STATE', 'RAISED', 'EXTENSION', 'STEP'));
-- HANDLER or UNIT where a step goes with the case when it goes to another officer or department.
alter table cases.task add column follows text not null default '';
