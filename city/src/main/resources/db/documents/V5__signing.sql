-- A document that somebody of a firm seals: as it was brought in, and once it is sealed, as it became.
create table documents.signing (
    id        text primary key,
    firm      text             not null,
    account   text             not null,
    seal      text             not null references documents.seal,
    purpose   text             not null,
    name      text             not null,
    file      bytea            not null,
    page      int              not null,
    pages     int              not null,
    width     double precision not null,
    height    double precision not null,
    x         double precision not null,
    y         double precision not null,
    begun_at  timestamptz      not null,
    -- Wrong codes so far.
    tries     int              not null default 0,
    sealed_at timestamptz,
    sealed    bytea
);

create index signing_begun on documents.signing (begun_at) where sealed_at is null;
