-- What an applicant says about how the case was handled: once, after its end.
create table cases.rating (
    case_id  bigint primary key references cases.file,
    title    text        not null,
    stars    int         not null check (stars between 1 and 5),
    words    text        not null,
    rated_at timestamptz not null,
    rated_by text        not null
);

create index rating_of_title on cases.rating (title);

create trigger rating_append_only before update or delete or truncate on cases.rating
    for each statement execute function cases.refuse_change();
