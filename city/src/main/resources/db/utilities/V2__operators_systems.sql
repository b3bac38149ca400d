-- What operators' own systems are sent and asked about.
create table utilities.exchange (
    request_id bigint      primary key references utilities.request,
    -- Names it to the system: sent again, it is the same one.
    key        uuid        not null default gen_random_uuid(),
    visit_id   bigint      not null references utilities.visit,
    reference  text,
    -- What the system said last that needs a person.
    says       text        not null default '',
    -- When it is sent, or asked about, next; null: never again.
    look_at    timestamptz
);

create index exchange_look on utilities.exchange (look_at) where look_at is not null;
