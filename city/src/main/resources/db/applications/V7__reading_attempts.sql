-- A file that ends the process which reads it is not tried for ever; and two processes do not read the same one.
alter table applications.reading
    add column attempts int not null default 0,
    add column taken_at timestamptz;

-- What was read is compared until it is handed in, and not kept beyond that.
update applications.reading r
   set content = '', state = case r.state when 'WAITING' then 'SKIPPED' else r.state end
  from applications.file f join applications.application a on a.id = f.application_id
 where f.id = r.file_id and a.state <> 'DRAFT';
