-- What is owed to a firm, and since when; the complaint itself is an appeal.
create table privatesector.arrears (
    id          bigint generated always as identity primary key,
    appeal      text        not null unique,
    firm        text        not null check (length(firm) = 18),
    account     text        not null,
    debtor      text        not null check (debtor <> ''),
    debtor_kind text        not null,
    contract    text        not null check (contract <> ''),
    amount_yuan numeric     not null check (amount_yuan > 0),
    due_on      date        not null,
    invoices    text[]      not null,
    at          timestamptz not null
);

create index arrears_of_firm on privatesector.arrears (firm, id);

create function privatesector.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only (%)', tg_table_name, tg_op using errcode = 'integrity_constraint_violation';
end
$$;

create trigger arrears_stay before update or delete or truncate on privatesector.arrears
    for each statement execute function privatesector.refuse_change();

-- Projects that a department offers to firms.
create table privatesector.opportunity (
    id           bigint generated always as identity primary key,
    unit         text        not null,
    title        text        not null check (title <> ''),
    words        text        not null check (words <> ''),
    -- Ten thousand yuan; null: not told.
    amount_wan   numeric check (amount_wan > 0),
    until        date        not null,
    contact      text        not null check (contact <> ''),
    published_by text        not null,
    published_at timestamptz not null,
    closed_at    timestamptz,
    -- What came of it.
    outcome      text,
    check ((closed_at is null) = (outcome is null))
);

create index opportunity_until on privatesector.opportunity (until, id) where closed_at is null;
create index opportunity_of_unit on privatesector.opportunity (unit, id);

create table privatesector.interest (
    id             bigint generated always as identity primary key,
    opportunity_id bigint      not null references privatesector.opportunity,
    firm           text        not null check (length(firm) = 18),
    account        text        not null,
    contact        text        not null,
    words          text        not null,
    at             timestamptz not null,
    withdrawn_at   timestamptz
);

create unique index interest_of_firm on privatesector.interest (opportunity_id, firm) where withdrawn_at is null;

-- What a firm needs, and which units it lets read that.
create table privatesector.need (
    id         bigint generated always as identity primary key,
    firm       text        not null check (length(firm) = 18),
    account    text        not null,
    amount_wan numeric     not null check (amount_wan > 0),
    months     int         not null check (months > 0),
    purpose    text        not null check (purpose <> ''),
    security   text        not null,
    contact    text        not null check (contact <> ''),
    units      text[]      not null check (cardinality(units) > 0),
    at         timestamptz not null,
    closed_at  timestamptz,
    -- How it ended, as the firm says.
    outcome    text check (outcome in ('FOUND', 'NOT_FOUND', 'NO_LONGER')),
    check ((closed_at is null) = (outcome is null))
);

create index need_of_firm on privatesector.need (firm, id);
create index need_open on privatesector.need (at, id) where closed_at is null;

create table privatesector.answer (
    id      bigint generated always as identity primary key,
    need_id bigint      not null references privatesector.need,
    unit    text        not null,
    account text        not null,
    name    text        not null,
    words   text        not null check (words <> ''),
    at      timestamptz not null
);

create index answer_of_need on privatesector.answer (need_id, id);
create trigger answer_stays before update or delete or truncate on privatesector.answer
    for each statement execute function privatesector.refuse_change();

-- Who saw what firms wrote: of a need, or of the interests in an opportunity.
create table privatesector.look (
    id             bigint generated always as identity primary key,
    need_id        bigint references privatesector.need,
    opportunity_id bigint references privatesector.opportunity,
    account        text        not null,
    name           text        not null,
    unit           text        not null,
    at             timestamptz not null,
    check ((need_id is null) <> (opportunity_id is null))
);

create index look_of_need on privatesector.look (need_id, id) where need_id is not null;
create index look_of_opportunity on privatesector.look (opportunity_id, id) where opportunity_id is not null;
create trigger look_stays before update or delete or truncate on privatesector.look
    for each statement execute function privatesector.refuse_change();
