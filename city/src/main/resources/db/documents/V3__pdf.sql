-- The twin in PDF: made when it is first asked for, and the same ever after.
alter table documents.licence add column pdf bytea;

-- An office whose keys were changed has a new seal; the old one stays with what it has sealed.
drop index documents.seal_of_office;
create unique index seal_of_office on documents.seal (owner) where firm is null and ended_at is null;
