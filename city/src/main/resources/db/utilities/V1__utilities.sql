-- One application of a firm for water, power, gas, telecoms: each of them is a case of its operator.
create table utilities.connection (
    id        bigint generated always as identity primary key,
    -- Names the form: sent twice it is one application.
    key       uuid        not null unique,
    firm      text        not null check (length(firm) = 18),
    applicant text        not null,
    account   text        not null,
    address   text        not null check (address <> ''),
    area      text        not null,
    contact   text        not null,
    phone     text        not null,
    wanted_on date,
    at        timestamptz not null
);

create index connection_of_firm on utilities.connection (firm, id);
create index connection_at on utilities.connection (at);

create table utilities.request (
    id            bigint generated always as identity primary key,
    connection_id bigint      not null references utilities.connection,
    utility       text        not null,
    unit          text        not null,
    case_id       bigint      not null unique,
    -- Repeats that of the case, written in the transaction of its event.
    state         text        not null,
    since         timestamptz not null,
    supplied_at   timestamptz,
    unique (connection_id, utility)
);

create index request_of_unit on utilities.request (unit, state);

create table utilities.answer (
    request_id bigint not null references utilities.request,
    element    text   not null,
    value      text   not null,
    primary key (request_id, element)
);

-- Crews as the city's file calls them; the number is for the constraint that books none twice.
create table utilities.crew (
    id   int generated always as identity primary key,
    name text not null unique
);

create table utilities.visit (
    id            bigint generated always as identity primary key,
    connection_id bigint      not null references utilities.connection,
    starts_at     timestamptz not null,
    ends_at       timestamptz not null check (ends_at > starts_at),
    booked_by     text        not null,
    booked_at     timestamptz not null,
    -- Why it was moved.
    reason        text        not null default '',
    moved_at      timestamptz,
    -- Of the record that everybody who was there signed.
    hash          text,
    signed_at     timestamptz,
    check ((hash is null) = (signed_at is null))
);

create index visit_of_connection on utilities.visit (connection_id, id);
create index visit_starts on utilities.visit (starts_at);

create table utilities.booking (
    id         bigint generated always as identity primary key,
    visit_id   bigint    not null references utilities.visit,
    request_id bigint    not null references utilities.request,
    crew_id    int       not null references utilities.crew,
    during     tstzrange not null,
    -- Given up: moved, refused or withdrawn before.
    released   boolean   not null default false,
    -- Why the crew was not there.
    absent     text      not null default '',
    unique (visit_id, request_id),
    -- Whoever books at the same moment: no crew is at two places. Ranges of numbers need no extension.
    constraint crew_is_at_one_place exclude using gist (
        int4range(crew_id, crew_id, '[]') with &&, during with &&) where (not released)
);

create index booking_of_request on utilities.booking (request_id);

-- What was found, as it stands; what was signed is named by its hash.
create table utilities.found (
    visit_id bigint      not null references utilities.visit,
    field    text        not null,
    value    text        not null,
    account  text        not null,
    at       timestamptz not null,
    primary key (visit_id, field)
);

create table utilities.photo (
    id       bigint generated always as identity primary key,
    visit_id bigint      not null references utilities.visit,
    type     text        not null,
    size     int         not null,
    sha256   text        not null,
    content  bytea       not null,
    account  text        not null,
    name     text        not null,
    at       timestamptz not null,
    unique (visit_id, sha256)
);

-- Forms that arrived: one that is sent again after a bad connection changes nothing.
create table utilities.arrived (
    key      uuid        primary key,
    visit_id bigint      not null references utilities.visit,
    account  text        not null,
    at       timestamptz not null
);

create table utilities.signature (
    id         bigint generated always as identity primary key,
    booking_id bigint      not null references utilities.booking,
    account    text        not null,
    name       text        not null,
    hash       text        not null,
    at         timestamptz not null
);

create index signature_of_booking on utilities.signature (booking_id, id);

create table utilities.plan (
    id          bigint generated always as identity primary key,
    request_id  bigint      not null references utilities.request,
    words       text        not null check (words <> ''),
    metres      int         not null check (metres >= 0),
    kilovolts   int         not null check (kilovolts >= 0),
    quote_yuan  numeric     not null check (quote_yuan >= 0),
    valid_until date        not null,
    works_days  int         not null check (works_days > 0),
    permits     text        not null,
    by_account  text        not null,
    at          timestamptz not null,
    chosen_by   text,
    chosen_at   timestamptz
);

create index plan_of_request on utilities.plan (request_id, id);

create table utilities.permit (
    id         bigint generated always as identity primary key,
    request_id bigint      not null references utilities.request,
    kind       text        not null,
    unit       text        not null,
    state      text        not null check (state in ('FILED', 'OPEN', 'GRANTED', 'REFUSED')),
    rule       text        not null default '',
    case_id    bigint unique,
    at         timestamptz not null,
    decided_at timestamptz,
    check ((state = 'FILED') = (rule <> ''))
);

create index permit_of_request on utilities.permit (request_id, id);
create index permit_open on utilities.permit (unit) where state = 'OPEN';

-- Who read it for an operator or an authority.
create table utilities.look (
    id            bigint generated always as identity primary key,
    connection_id bigint      not null references utilities.connection,
    account       text        not null,
    name          text        not null,
    unit          text        not null,
    at            timestamptz not null
);

create index look_of_connection on utilities.look (connection_id, id);

create function utilities.check_signed() returns trigger language plpgsql as $$
begin
    raise exception 'what was signed (%) is on record', old.id using errcode = 'integrity_constraint_violation';
end
$$;

create trigger signature_stays before update or delete on utilities.signature
    for each row execute function utilities.check_signed();
