-- Versions of items that somebody published on a page; the text stands among the published ones.
create table edit (
    item         text        not null,
    version      text        not null,
    file_version text        not null,
    before       text        not null,
    reason       text        not null,
    account      text        not null,
    person       text        not null,
    at           timestamptz not null,
    primary key (item, version)
);

create trigger edit_is_immutable before update or delete or truncate on edit
    for each statement execute function refuse_change();
