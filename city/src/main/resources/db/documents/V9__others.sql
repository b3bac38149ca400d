-- For how many others the first seal of a PDF keeps places.
alter table documents.signing add column others int not null default 0 check (others between 0 and 3);
