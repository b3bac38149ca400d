-- E-mails that came in, each once by its Message-ID. What was refused, or told a legal route, leaves no words here.
create table appeals.letter (
    id         bigint generated always as identity primary key,
    message_id text        not null unique,
    at         timestamptz not null,
    address    text        not null,
    became     text        not null check (became in ('ACCEPTED', 'ADDED', 'ROUTED', 'CLOSED', 'REFUSED')),
    appeal_id  bigint references appeals.appeal
);

create index letter_of_address on appeals.letter (address, at);
create index letter_of_appeal on appeals.letter (appeal_id) where became = 'ACCEPTED';

-- E-mails that answer them. One is taken before it is sent, and then waits for nothing: if what became of it is
-- unknown it is not sent again.
create table appeals.answer_mail (
    id         bigint generated always as identity primary key,
    letter_id  bigint      not null references appeals.letter,
    -- Names it in its Message-ID: nobody guesses it, and whoever answers it writes to the same appeal.
    token      text        not null unique,
    address    text        not null,
    subject    text        not null,
    body       text        not null,
    in_reply_to text       not null,
    due_at     timestamptz,
    tries      int         not null default 0,
    sent_at    timestamptz,
    fault      text
);

create index answer_mail_due on appeals.answer_mail (due_at) where due_at is not null;
