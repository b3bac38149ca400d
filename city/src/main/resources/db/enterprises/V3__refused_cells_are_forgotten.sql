-- What stood in a refused cell may be anything, also somebody's name. It helps to mend the file and is deleted after
-- some months; line, column and reason stay.
alter table enterprises.import_run add column cells_forgotten_at timestamptz;
