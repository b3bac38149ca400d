-- Why a letter was not taken in, and when an answer was last taken to be sent: a seat looks at what nobody answered.
alter table appeals.letter add column why text not null default 'UNKNOWN'
    check (why in ('MACHINE', 'EMPTY', 'TOO_MANY', 'UNKNOWN'));
alter table appeals.answer_mail add column taken_at timestamptz;
update appeals.answer_mail m set taken_at = l.at
  from appeals.letter l where l.id = m.letter_id and m.due_at is null and m.sent_at is null;

create index letter_refused on appeals.letter (at, id) where became = 'REFUSED';
create index answer_mail_unsent on appeals.answer_mail (taken_at, id) where due_at is null and sent_at is null;
