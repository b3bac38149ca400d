-- One row for each plan that somebody carries out: a draft until it is handed in.
create table applications.application (
    id           bigint generated always as identity primary key,
    account      text        not null,
    -- The firm that it is for. Null while somebody founds one: set by the grant that makes it.
    firm         text check (length(firm) = 18),
    journey      text        not null,
    state        text        not null check (state in ('DRAFT', 'HANDED_IN', 'DISCARDED')),
    -- Element to value, as the person said it.
    said         jsonb       not null,
    -- Questions that the person could not answer.
    unsure       text[]      not null,
    left_out     text[]      not null,
    started_at   timestamptz not null,
    changed_at   timestamptz not null,
    handed_in_at timestamptz,
    check ((state = 'HANDED_IN') = (handed_in_at is not null))
);

create index application_of_account on applications.application (account, id);
create index application_of_firm on applications.application (firm, id) where firm is not null;

-- What was uploaded. A file that was handed in stays as it was.
create table applications.file (
    id             bigint generated always as identity primary key,
    application_id bigint      not null references applications.application,
    paper          text        not null,
    name           text        not null check (length(name) between 1 and 200),
    -- By its content, not by its name.
    type           text        not null check (type in ('application/pdf', 'image/png', 'image/jpeg')),
    -- It does not end as such a file ends.
    cut            boolean     not null,
    bytes          bytea       not null check (length(bytes) between 1 and 10485760),
    uploaded_at    timestamptz not null,
    uploaded_by    text        not null
);

create index file_of_application on applications.file (application_id);

-- How the person means to bring a paper.
create table applications.paper (
    application_id bigint not null references applications.application,
    paper          text   not null,
    way            text   not null check (way in ('FILE', 'PROMISE', 'COUNTER')),
    file_id        bigint references applications.file,
    primary key (application_id, paper),
    check ((way = 'FILE') = (file_id is not null))
);

-- What was handed in, frozen: number 1, and one more for each correction.
create table applications.submission (
    application_id bigint      not null references applications.application,
    number         int         not null,
    at             timestamptz not null,
    account        text        not null,
    person         text        not null,
    applicant      text        not null,
    -- Element to value.
    form           jsonb       not null,
    -- Element to what a department had said, where the person corrected it.
    reported       jsonb       not null,
    -- The rules that looked over it; what they found stands below.
    rules          text        not null,
    primary key (application_id, number)
);

-- Where each value came from.
create table applications.submitted_value (
    application_id bigint not null,
    number         int    not null,
    element        text   not null,
    origin         text   not null check (origin in ('SAID', 'DEPARTMENT', 'SELF_DECLARED')),
    source         text,
    as_of          date,
    primary key (application_id, number, element),
    foreign key (application_id, number) references applications.submission
);

create table applications.submitted_paper (
    application_id bigint not null,
    number         int    not null,
    place          int    not null,
    paper          text   not null,
    given          text   not null check (given in ('FILE', 'PROMISE', 'COUNTER', 'LICENCE', 'ISSUED', 'SHARED')),
    -- The licence or department that makes it needless.
    by             text,
    file_id        bigint references applications.file,
    -- The items that need it.
    items          text[] not null,
    primary key (application_id, number, place),
    foreign key (application_id, number) references applications.submission
);

-- What the rules found before it was handed in.
create table applications.finding (
    application_id bigint not null,
    number         int    not null,
    place          int    not null,
    rule           text   not null,
    kind           text   not null check (kind in ('QUESTION', 'VALUE', 'PAPER')),
    about          text   not null,
    reason_zh      text   not null,
    reason_en      text   not null,
    basis_zh       text   not null,
    basis_en       text   not null,
    mend_zh        text   not null,
    mend_en        text   not null,
    primary key (application_id, number, place),
    foreign key (application_id, number) references applications.submission
);

create function applications.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only (%): a correction is a new submission', tg_table_name, tg_op
        using errcode = 'integrity_constraint_violation';
end
$$;

create trigger submission_stays before update or delete or truncate on applications.submission
    for each statement execute function applications.refuse_change();
create trigger submitted_value_stays before update or delete or truncate on applications.submitted_value
    for each statement execute function applications.refuse_change();
create trigger finding_stays before update or delete or truncate on applications.finding
    for each statement execute function applications.refuse_change();
create trigger submitted_paper_stays before update or delete or truncate on applications.submitted_paper
    for each statement execute function applications.refuse_change();

-- The items of an application that was handed in, each its own case as soon as what it needs exists.
create table applications.part (
    application_id bigint not null references applications.application,
    item           text   not null,
    place          int    not null,
    version        text   not null,
    optional       boolean not null,
    -- The department, as its officers call it.
    unit           text   not null,
    -- Items whose results it needs.
    waits_for      text[] not null,
    elements       text[] not null,
    -- Working days promised; null: nobody has published them.
    days           int,
    state          text   not null check (state in ('WAITING', 'OPEN', 'GRANTED', 'ENDED', 'BLOCKED', 'LEFT_OUT')),
    case_id        bigint unique,
    -- The submission that its department has before it.
    submission     int    not null,
    primary key (application_id, item),
    check (case_id is not null or state in ('WAITING', 'BLOCKED', 'LEFT_OUT'))
);

-- What the decision of a department states: the values that come into being by it.
create table applications.result (
    application_id bigint      not null,
    item           text        not null,
    element        text        not null,
    value          jsonb       not null,
    stated_at      timestamptz not null,
    stated_by      text        not null,
    -- When it became a fact of the firm; from then on it stays.
    recorded_at    timestamptz,
    primary key (application_id, item, element),
    foreign key (application_id, item) references applications.part
);

-- What the people behind an application are told: a line for each turn of one of its cases.
create table applications.notice (
    id             bigint generated always as identity primary key,
    application_id bigint      not null references applications.application,
    item           text        not null,
    at             timestamptz not null,
    -- What happened: name of the event of the case.
    event          text        not null,
    -- Somebody of theirs opened the application since.
    seen_at        timestamptz
);

create index notice_of_application on applications.notice (application_id, id);
