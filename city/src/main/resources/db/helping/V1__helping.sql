-- Somebody asks for help, and one person is named who gives it.
create table helping.help (
    id          bigint generated always as identity primary key,
    -- Names the asking: the same twice is one.
    key         text        not null,
    account     text        not null,
    name        text        not null,
    -- The firm for which it is asked; null: for oneself, such as whoever founds one.
    firm        text check (length(firm) = 18),
    about       text        not null check (about in ('ITEM', 'JOURNEY', 'OTHER')),
    about_id    text        not null,
    -- The application that it is about.
    draft       bigint,
    words       text        not null check (words <> ''),
    asked_at    timestamptz not null,
    helper      text        not null,
    helper_name text        not null,
    unit        text        not null,
    state       text        not null default 'OPEN' check (state in ('OPEN', 'CLOSED')),
    closed_at   timestamptz,
    closed_by   text,
    check ((state = 'CLOSED') = (closed_at is not null)),
    unique (account, key)
);

create index help_of_account on helping.help (account, id);
create index help_of_firm on helping.help (firm, id) where firm is not null;
create index help_of_helper on helping.help (helper, state, id);

create function helping.check_help() returns trigger language plpgsql as $$
begin
    if tg_op <> 'UPDATE'
       or (new.account, new.name, new.firm, new.about, new.about_id, new.draft, new.words, new.asked_at)
       is distinct from (old.account, old.name, old.firm, old.about, old.about_id, old.draft, old.words, old.asked_at)
    then
        raise exception 'what was asked (%) is on record', old.id using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;

create trigger help_stays_as_asked before update or delete on helping.help
    for each row execute function helping.check_help();

create function helping.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only (%)', tg_table_name, tg_op using errcode = 'integrity_constraint_violation';
end
$$;

create table helping.message (
    id       bigint generated always as identity primary key,
    help_id  bigint      not null references helping.help,
    at       timestamptz not null,
    side     text        not null check (side in ('ASKER', 'HELPER', 'HOUSE')),
    account  text        not null,
    name     text        not null,
    words    text        not null check (words <> ''),
    -- What the house says, it says in both languages.
    words_en text,
    check ((side = 'HOUSE') = (words_en is not null))
);

create index message_of_help on helping.message (help_id, id);
create trigger message_stays before update or delete or truncate on helping.message
    for each statement execute function helping.refuse_change();

-- How far each person has read.
create table helping.read (
    help_id bigint not null references helping.help,
    account text   not null,
    message bigint not null,
    primary key (help_id, account)
);

-- Who of the helpers opened it.
create table helping.look (
    id         bigint generated always as identity primary key,
    help_id    bigint      not null references helping.help,
    at         timestamptz not null,
    account    text        not null,
    name       text        not null,
    department text        not null
);

create index look_of_help on helping.look (help_id, id);
create trigger look_stays before update or delete or truncate on helping.look
    for each statement execute function helping.refuse_change();

-- What the helper was let into in this talk: leaves of the applications.
create table helping.let (
    help_id  bigint not null references helping.help,
    share_id bigint not null,
    primary key (help_id, share_id)
);
