-- Private keys, wrapped with the secret of the installation, and their certificates.
create table documents.key (
    name        text primary key,
    wrapped     bytea       not null,
    certificate bytea       not null,
    made_at     timestamptz not null
);

create sequence documents.licence_number;
create sequence documents.seal_number;

-- Electronic seals: of an office that issues (firm is null), and the five of a firm.
create table documents.seal (
    id      text primary key,
    firm    text check (length(firm) = 18),
    kind    text        not null,
    owner   text        not null,
    der     bytea       not null,
    made_at timestamptz not null
);

create unique index seal_of_firm on documents.seal (firm, kind) where firm is not null;
create unique index seal_of_office on documents.seal (owner) where firm is null;

-- What was issued. The bytes never change; the state is kept beside them.
create table documents.licence (
    document    text primary key check (length(document) = 32),
    number      text        not null unique,
    type        text        not null,
    firm        text        not null check (length(firm) = 18),
    holder      text        not null,
    unit        text        not null,
    case_id     bigint      not null,
    state       text        not null check (state in ('VALID', 'SUSPENDED', 'REVOKED', 'CANCELLED')),
    issued_at   timestamptz not null,
    valid_until date,
    ofd         bytea       not null,
    unique (case_id, type)
);

create index licence_of_firm on documents.licence (firm, issued_at);

-- Every state that a licence ever had, appended.
create table documents.licence_state (
    id       bigint generated always as identity primary key,
    document text        not null references documents.licence,
    state    text        not null,
    at       timestamptz not null,
    account  text        not null,
    reason   text        not null
);

create index licence_state_of on documents.licence_state (document, id);

-- Every look at a licence: who asked (null: somebody without an account), and what was answered.
create table documents.look (
    id       bigint generated always as identity primary key,
    document text        not null,
    at       timestamptz not null,
    account  text,
    way      text        not null check (way in ('CODE', 'FILE', 'DOWNLOAD')),
    answer   text        not null
);

create index look_of on documents.look (document, id);
