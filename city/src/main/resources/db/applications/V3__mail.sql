-- Where people want to be told of turns, beside the pages.
create table applications.mail_address (
    account text primary key,
    address text not null check (length(address) between 3 and 254)
);

-- What is to be told, once each: written in the transaction of the turn, sent afterwards.
create table applications.mail (
    id         bigint generated always as identity primary key,
    notice_id  bigint      not null references applications.notice,
    account    text        not null,
    address    text        not null,
    subject    text        not null,
    body       text        not null,
    written_at timestamptz not null,
    tries      int         not null default 0,
    sent_at    timestamptz,
    unique (notice_id, account)
);

create index mail_to_send on applications.mail (id) where sent_at is null;

-- What was granted before items said what a grant changes has changed nothing, and is not made up for.
update applications.part set effect_at = now() where state = 'GRANTED' and effect_at is null;
