-- An e-mail is due (next_try_at), being sent (neither), sent (sent_at) or given up (given_up_at). One that stays "being
-- sent" was in the hands of a process that died, or of a server that fell silent: it may have arrived, and is not
-- sent again.
alter table applications.mail
    add column next_try_at timestamptz,
    add column taken_at    timestamptz,
    add column given_up_at timestamptz,
    add column fault       text;

update applications.mail set next_try_at = now() where sent_at is null and tries < 20;
update applications.mail set given_up_at = now() where sent_at is null and tries >= 20;

drop index applications.mail_to_send;
create index mail_due on applications.mail (next_try_at, id) where next_try_at is not null;
create index mail_not_sent on applications.mail (id) where sent_at is null and next_try_at is null;
