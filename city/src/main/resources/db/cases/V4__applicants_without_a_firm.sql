-- Whoever founds a firm applies before there is one: the account stands in its place until the end of the case.
alter table cases.file add column person text;
