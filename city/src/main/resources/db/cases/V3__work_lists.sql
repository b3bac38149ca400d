-- A task carries what a work list filters by, so that a page reads one index and no case. While the firm has it, it
-- stays in the list of the department that waits.
alter table cases.task
    add column kind      text,
    add column title     text,
    add column applicant text,
    -- Nothing can be done here now: the firm has it, or its clock stands still.
    add column waits     boolean;

update cases.task t
   set kind = f.kind, title = f.title, applicant = f.applicant,
       unit = case t.what when 'STATE' then f.unit else t.unit end,
       assignee = case t.what when 'STATE' then f.handler else t.assignee end,
       waits = t.what = 'STATE' and (t.firm is not null or f.paused and t.due_at is null)
  from cases.file f where f.id = t.case_id;

alter table cases.task
    alter column kind set not null,
    alter column title set not null,
    alter column applicant set not null,
    alter column waits set not null;

drop index cases.task_of_unit;
drop index cases.task_of_nobody;
drop index cases.task_of_assignee;
create index task_of_unit on cases.task (unit, waits, due_key, id) where unit is not null;
create index task_of_nobody on cases.task (unit, waits, due_key, id) where unit is not null and assignee is null;
create index task_of_assignee on cases.task (assignee, waits, due_key, id) where assignee is not null;
create index task_of_item on cases.task (unit, title, waits, due_key, id) where unit is not null;

-- What leaders ask of closed cases.
create index file_closed on cases.file (closed_at) where closed_at is not null;
