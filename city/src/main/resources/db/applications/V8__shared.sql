-- Whom the person of a draft lets in beside them, to see it or to fill it in. It ends by its hour, or when it is taken
-- back.
create table applications.share (
    id             bigint generated always as identity primary key,
    application_id bigint      not null references applications.application,
    account        text        not null,
    name           text        not null,
    department     text        not null,
    scope          text        not null check (scope in ('SEE', 'FILL')),
    given_by       text        not null,
    given_at       timestamptz not null,
    until          timestamptz not null check (until > given_at),
    ended_at       timestamptz,
    ended_by       text,
    check ((ended_at is null) = (ended_by is null))
);

create index share_of_application on applications.share (application_id, id);
create unique index share_once on applications.share (application_id, account) where ended_at is null;

-- Who changed what in a draft that was ever shared, the person's own changes too. Personal numbers are not repeated.
create table applications.change (
    id             bigint generated always as identity primary key,
    application_id bigint      not null references applications.application,
    at             timestamptz not null,
    account        text        not null,
    name           text        not null,
    -- The leave under which a helper did it; null: the person did.
    share_id       bigint references applications.share,
    element        text        not null,
    hidden         boolean     not null,
    -- {element: value}; null: there was, or is, none.
    before         jsonb,
    after          jsonb
);

create index change_of_application on applications.change (application_id, id);
create trigger change_stays before update or delete or truncate on applications.change
    for each statement execute function applications.refuse_change();

-- Who was let in and looked.
create table applications.shared_look (
    id       bigint generated always as identity primary key,
    share_id bigint      not null references applications.share,
    at       timestamptz not null
);

create index shared_look_of_share on applications.shared_look (share_id, id);
create trigger shared_look_stays before update or delete or truncate on applications.shared_look
    for each statement execute function applications.refuse_change();
