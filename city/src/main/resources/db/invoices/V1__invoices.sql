-- What a firm sent, in one go: a few files, or a ZIP with thousands.
create table invoices.upload (
    id          bigint generated always as identity primary key,
    firm        text        not null check (length(firm) = 18),
    account     text        not null,
    way         text        not null check (way in ('PAGE', 'FOLDER')),
    name        text        not null,
    files       int         not null check (files > 0),
    -- Files of the ZIP that are no XML: pictures of the same invoices, mostly.
    passed_over int         not null,
    sent_at     timestamptz not null,
    finished_at timestamptz
);

create index upload_of on invoices.upload (firm, id desc);

-- Files that nobody has read yet; gone once they are.
create table invoices.waiting (
    upload bigint not null references invoices.upload,
    place  int    not null,
    name   text   not null,
    bytes  bytea  not null,
    primary key (upload, place)
);

-- The archive. A number names one invoice of a seller; numbers are compared byte by byte, so that their beginnings
-- are found.
create table invoices.invoice (
    id          bigint generated always as identity primary key,
    firm        text        not null check (length(firm) = 18),
    direction   text        not null check (direction in ('IN', 'OUT')),
    format      text        not null,
    number      text collate "C" not null,
    kind        text        not null,
    issued_on   date        not null,
    seller_id   text        not null,
    -- The other side.
    party       text        not null,
    party_id    text        not null,
    currency    text        not null,
    net         numeric     not null,
    tax         numeric     not null,
    total       numeric     not null,
    sha256      bytea       not null check (length(sha256) = 32),
    file_name   text        not null,
    -- What is searched, as letters and digits alone.
    words       text        not null,
    upload      bigint      not null references invoices.upload,
    archived_at timestamptz not null,
    unique (firm, number, seller_id)
);

create index invoice_by_day on invoices.invoice (firm, issued_on desc, id desc);
create index invoice_by_total on invoices.invoice (firm, total);
create index invoice_by_party on invoices.invoice (firm, party_id) where party_id <> '';

-- Beside it, so that the list stays small: the pairs of signs that are searched, and the file as it was sent.
create table invoices.searched (
    id    bigint primary key references invoices.invoice,
    grams int[] not null
);

create index searched_grams on invoices.searched using gin (grams) with (fastupdate = off);

create table invoices.original (
    invoice bigint primary key references invoices.invoice,
    bytes   bytea not null
);

-- What became of each file of an upload.
create table invoices.item (
    upload  bigint not null references invoices.upload,
    place   int    not null,
    name    text   not null,
    outcome text   not null check (outcome in ('ARCHIVED', 'SAME', 'OTHER', 'FAULTY')),
    -- The archived one; of a duplicate the one that was there before.
    invoice bigint references invoices.invoice,
    number  text   not null,
    -- Only of another one with the same number: to be laid beside it.
    bytes   bytea,
    primary key (upload, place)
);

create index item_to_see_to on invoices.item (upload, outcome, place) where outcome in ('OTHER', 'FAULTY');

create table invoices.fault (
    upload  bigint not null,
    place   int    not null,
    n       int    not null,
    rule    text   not null,
    line    int    not null,
    zh      text   not null,
    en      text   not null,
    todo_zh text   not null,
    todo_en text   not null,
    primary key (upload, place, n),
    foreign key (upload, place) references invoices.item
);

-- How much a firm may issue in a month, as the tax authority told it.
create table invoices.quota (
    firm    text        not null check (length(firm) = 18),
    month   date        not null check (extract(day from month) = 1),
    amount  numeric     not null check (amount >= 0),
    account text        not null,
    set_at  timestamptz not null,
    primary key (firm, month)
);
