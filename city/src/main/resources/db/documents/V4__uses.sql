-- What a firm lets one of its people use: one of its seals, or one of its licences.
create table documents.use_grant (
    id         bigint generated always as identity primary key,
    firm       text        not null check (length(firm) = 18),
    kind       text        not null check (kind in ('SEAL', 'LICENCE')),
    thing      text        not null,
    account    text        not null,
    purpose    text        not null,
    from_day   date        not null,
    until_day  date        not null check (until_day >= from_day),
    granted_by text        not null,
    granted_at timestamptz not null,
    revoked_by text,
    revoked_at timestamptz
);

create index use_grant_of on documents.use_grant (firm, account) where revoked_at is null;

-- Every use of a seal or licence, appended: by a grant, or (grant_id is null) by who needs none.
create table documents.use (
    id       bigint generated always as identity primary key,
    firm     text        not null,
    kind     text        not null,
    thing    text        not null,
    account  text        not null,
    grant_id bigint references documents.use_grant,
    purpose  text        not null,
    what     text        not null,
    at       timestamptz not null
);

create index use_of on documents.use (firm, id);
