create table person (
    account       text primary key check (account ~ '^[a-z0-9][a-z0-9._-]{1,62}$'),
    name          text        not null check (name <> ''),
    department    text        not null,
    roles         text[]      not null
        check (roles <@ array ['OFFICER', 'POLICY_EDITOR', 'LEADER', 'ADMINISTRATOR']),
    password_hash text        not null,
    -- Demo accounts share a password that is printed on the terminal: they sign in only where the demo runs.
    demo          boolean     not null,
    recorded_at   timestamptz not null
);

-- Appended and ended, never changed: who acted for a firm in the past stays on record.
create table mandate (
    id         bigint generated always as identity primary key,
    firm       text        not null check (length(firm) = 18),
    account    text        not null references person,
    capacity   text        not null check (capacity in ('LEGAL_REPRESENTATIVE', 'OWNER', 'AGENT')),
    purposes   text[]      not null check (purposes <@ array ['VIEW', 'ANSWER', 'CONTEST', 'APPLY']),
    until      date,
    granted_by text        not null,
    granted_at timestamptz not null,
    revoked_by text,
    revoked_at timestamptz,
    check ((revoked_by is null) = (revoked_at is null)),
    -- Civil Code art. 165: a mandate states what for and how long.
    check (capacity <> 'AGENT' or (until is not null and cardinality(purposes) > 0))
);

create index on mandate (account) where revoked_at is null;
create index on mandate (firm) where revoked_at is null;

-- Kept for 200 days: network logs must be kept for at least six months (Cybersecurity Law, graded protection).
-- The account stands here as a hash, because people type their password into the wrong field.
create table sign_in_attempt (
    id           bigint generated always as identity primary key,
    account_hash text        not null,
    address      text        not null,
    at           timestamptz not null,
    outcome      text        not null check (outcome in ('OPEN', 'SIGNED_IN', 'FAILED', 'TURNED_AWAY'))
);

create index on sign_in_attempt (account_hash, at);
create index on sign_in_attempt (address, at);
create index on sign_in_attempt (at);
