-- What other rooms have to tell: named by them, so that it is told once.
alter table applications.mail alter column notice_id drop not null;
alter table applications.mail add column letter text;
alter table applications.mail add constraint mail_is_of_one check ((notice_id is null) <> (letter is null));
create unique index mail_of_letter on applications.mail (letter, account) where letter is not null;
