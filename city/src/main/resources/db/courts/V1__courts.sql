-- What firms hand over to the courts' platform. Nothing that a court decided stands here.
create table courts.hand_over (
    id           bigint generated always as identity primary key,
    -- Names the hand-over to the platform: sent again, it is the same one.
    key          uuid        not null unique,
    firm         text        not null check (length(firm) = 18),
    state        text        not null check (state in ('DRAFT', 'SENDING', 'HANDED', 'REFUSED', 'ENDED')),
    matter       text        not null,
    step         text        not null,
    opponent     text        not null,
    claim        text        not null,
    amount_yuan  numeric,
    created_by   text        not null,
    created_at   timestamptz not null,
    -- Who agreed, in which words, when.
    consent      text,
    consent_by   text,
    consent_name text,
    consent_at   timestamptz,
    handed_at    timestamptz,
    reference    text,
    address      text        not null default '',
    refused      text        not null default '',
    -- When the platform is asked next: to take it, or how it stands.
    look_at      timestamptz,
    check (state in ('DRAFT', 'REFUSED') or consent is not null)
);

create index hand_over_of_firm on courts.hand_over (firm, id);
create index hand_over_look on courts.hand_over (look_at) where look_at is not null;

-- The content is kept until the platform has it.
create table courts.file (
    id           bigint generated always as identity primary key,
    hand_over_id bigint not null references courts.hand_over,
    paper        text   not null,
    name         text   not null,
    type         text   not null,
    size         int    not null,
    sha256       text   not null,
    content      bytea
);

create index file_of_hand_over on courts.file (hand_over_id, id);

-- Where it stands there, as the platform said and when; added to, never changed.
create table courts.stage (
    id           bigint generated always as identity primary key,
    hand_over_id bigint      not null references courts.hand_over,
    stage        text        not null,
    since        date        not null,
    meets_at     timestamptz,
    place        text        not null,
    seen_at      timestamptz not null
);

create index stage_of_hand_over on courts.stage (hand_over_id, id);
