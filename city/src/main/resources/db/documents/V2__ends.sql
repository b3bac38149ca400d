-- What a licence says, element by element, so that it can be issued anew when a part of it changes.
alter table documents.licence
    add column elements text[] not null default '{}',
    add column texts    text[] not null default '{}',
    -- The one in whose place it stands.
    add column replaces text references documents.licence;

alter table documents.licence drop constraint licence_case_id_type_key;

create unique index licence_of_case on documents.licence (case_id, type, coalesce(replaces, ''));

-- What verifiers are told of, without a walk over all that counts.
create index licence_not_valid on documents.licence (document) where state <> 'VALID';

-- A seal that was given up stays: what was sealed before keeps its seal.
alter table documents.seal add column ended_at timestamptz;

drop index documents.seal_of_firm;
create unique index seal_of_firm on documents.seal (firm, kind) where firm is not null and ended_at is null;
create index seal_ended on documents.seal (ended_at) where ended_at is not null;

-- Grants that have ended something, each once.
create table documents.ending (
    case_id bigint primary key,
    item    text        not null,
    at      timestamptz not null
);
