-- The version of the template by which a run writes: what a second person confirms is what is issued.
-- 0: the file's own. Runs that were asked for before have none.
alter table documents.reissue add template int;
