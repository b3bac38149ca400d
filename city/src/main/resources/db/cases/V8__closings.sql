-- What leaders ask about a closed case, written with its end. A closed case never changes, so neither does this; it is
-- narrow enough to be counted whenever somebody asks.
create table cases.closing (
    case_id   bigint primary key references cases.file,
    closed_at timestamptz not null,
    kind      text        not null,
    unit      text        not null,
    title     text        not null,
    -- A clock of the department had run out.
    late      boolean     not null,
    -- Corrections had been asked of the applicant.
    corrected boolean     not null,
    -- Working days of the longest clock of its kind. Null where it never ran.
    promised  int,
    -- Null too where the calendar does not reach.
    used      int,
    check (used is null or promised is not null)
);

create index closing_since on cases.closing (closed_at) include (kind, unit, title, late, corrected, promised, used);

create trigger closing_append_only before update or delete or truncate on cases.closing
    for each statement execute function cases.refuse_change();

-- Cases that were closed before: the city makes up for them when it opens next.
create table cases.closing_due (
    case_id bigint primary key
);

insert into cases.closing_due select id from cases.file where closed_at is not null;

create index file_open_by_unit on cases.file (unit, id, kind) where closed_at is null;
create index clock_ran_out on cases.clock (case_id) where ran_out_at is not null;
create index rating_since on cases.rating (rated_at) include (title, stars);
