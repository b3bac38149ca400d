-- Addresses from which a calendar program reads a firm's dates. Of the secret in one only its hash is kept.
create table filings.feed (
    secret   bytea       primary key check (length(secret) = 32),
    firm     text        not null check (length(firm) = 18),
    account  text        not null,
    made_at  timestamptz not null,
    ended_at timestamptz
);

-- One a person and firm at a time.
create unique index feed_of on filings.feed (firm, account) where ended_at is null;

-- Who wants an e-mail before a day, and how long before.
create table filings.reminder (
    firm    text not null check (length(firm) = 18),
    account text not null,
    days    int  not null check (days between 1 and 30),
    primary key (firm, account)
);
