-- Every licence of a type that a department has issued, anew: after its template or the keys of its office changed.
create table documents.reissue (
    id       bigint generated always as identity primary key,
    type     text        not null,
    unit     text        not null,
    account  text        not null,
    reason   text        not null,
    begun_at timestamptz not null,
    total    int         not null,
    done     int         not null default 0,
    ended_at timestamptz
);

create index reissue_of on documents.reissue (unit, id);
create index licence_of_type on documents.licence (type, unit, document) where state in ('VALID', 'SUSPENDED');

-- Keys of offices that were given up, and why. An office has the key after its last one here.
create table documents.rotation (
    office      text        not null,
    given_up    int         not null,
    reason      text        not null check (reason in ('SUPERSEDED', 'KEY_COMPROMISE')),
    account     text        not null,
    at          timestamptz not null,
    -- Serial numbers, as revocation lists name them.
    serials     text[]      not null,
    primary key (office, given_up)
);

-- What a run has issued: it is not due in the same run again.
create table documents.reissued (
    run      bigint not null references documents.reissue,
    document text   not null references documents.licence,
    primary key (run, document)
);
