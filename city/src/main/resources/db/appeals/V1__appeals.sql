-- What was brought up, and by whom. How it stands is the case's; the columns after `at` repeat what boards count,
-- written in the transaction in which the case moves.
create table appeals.appeal (
    id           bigint generated always as identity primary key,
    case_id      bigint      not null unique,
    number       text        not null unique,
    code         text        not null,
    -- Names the sending: the same twice is one appeal.
    key          text        not null unique,
    channel      text        not null,
    title        text        not null,
    words        text        not null check (words <> ''),
    place        text        not null,
    area         text,
    who          text        not null,
    firm         text check (length(firm) = 18),
    account      text,
    confidential boolean     not null,
    category     text,
    type         text        not null,
    confidence   real,
    -- Account of the person who chose the category; null: nobody did.
    chosen_by    text,
    merged_into  bigint references appeals.appeal,
    -- Each two neighbouring signs of title, words and place, as one number: what is searched for has them all.
    grams        int[]       not null,
    at           timestamptz not null,
    state        text        not null,
    unit         text        not null,
    due_at       timestamptz,
    replied_at   timestamptz,
    closed_at    timestamptz,
    level        int         not null default 0,
    reopened     int         not null default 0,
    late         boolean     not null default false,
    disputed     boolean     not null default false,
    extended     boolean     not null default false,
    solved       boolean,
    satisfied    boolean
);

create index appeal_of_firm on appeals.appeal (firm, id) where firm is not null;
create index appeal_of_account on appeals.appeal (account, id) where account is not null;
create index appeal_waits on appeals.appeal (state, id) where closed_at is null;
create index appeal_at on appeals.appeal (at);
create index appeal_grams on appeals.appeal using gin (grams) with (fastupdate = off);

-- What was said stays as it was said; only where it goes and how it stands changes.
create function appeals.check_appeal() returns trigger language plpgsql as $$
begin
    if (new.case_id, new.number, new.code, new.key, new.channel, new.words, new.place, new.who, new.firm, new.account,
        new.confidential, new.at)
       is distinct from
       (old.case_id, old.number, old.code, old.key, old.channel, old.words, old.place, old.who, old.firm, old.account,
        old.confidential, old.at) then
        raise exception 'what was said in the appeal (%) is on record', old.number
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;

create trigger appeal_stays_as_said before update on appeals.appeal
    for each row execute function appeals.check_appeal();

create function appeals.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only (%)', tg_table_name, tg_op using errcode = 'integrity_constraint_violation';
end
$$;

create trigger appeal_stays before delete or truncate on appeals.appeal
    for each statement execute function appeals.refuse_change();

create table appeals.file (
    id        bigint generated always as identity primary key,
    appeal_id bigint      not null references appeals.appeal,
    name      text        not null,
    type      text        not null,
    content   bytea       not null,
    at        timestamptz not null
);

create index file_of_appeal on appeals.file (appeal_id);

-- Who looked at what the reporter sent, and who saw who it was.
create table appeals.look (
    id         bigint generated always as identity primary key,
    appeal_id  bigint      not null references appeals.appeal,
    at         timestamptz not null,
    account    text        not null,
    name       text        not null,
    department text        not null,
    reporter   boolean     not null
);

create index look_of_appeal on appeals.look (appeal_id, id);
create trigger look_append_only before update or delete or truncate on appeals.look
    for each statement execute function appeals.refuse_change();

-- Tries to reach the firm for a call-back.
create table appeals.attempt (
    id        bigint generated always as identity primary key,
    appeal_id bigint      not null references appeals.appeal,
    at        timestamptz not null,
    account   text        not null,
    name      text        not null,
    reached   boolean     not null,
    words     text        not null
);

create index attempt_of_appeal on appeals.attempt (appeal_id, id);
create trigger attempt_append_only before update or delete or truncate on appeals.attempt
    for each statement execute function appeals.refuse_change();

-- How often people were told a legal route. What they wrote is not kept.
create table appeals.told (
    id    bigint generated always as identity primary key,
    route text        not null,
    at    timestamptz not null
);
