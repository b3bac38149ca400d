-- What a template of licences became on a page. The file's own is version 0; an edit counts as long as the file says
-- what it said when somebody edited it.
create table documents.template (
    type     text        not null,
    version  int         not null check (version > 0),
    base     text        not null,
    labels   text[]      not null,
    elements text[]      not null,
    years    int         check (years > 0),
    reason   text        not null,
    account  text        not null,
    person   text        not null,
    at       timestamptz not null,
    primary key (type, version)
);

create function documents.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of %.% never change: add a new one', tg_table_schema, tg_table_name;
end
$$;

create trigger template_is_immutable before update or delete or truncate on documents.template
    for each statement execute function documents.refuse_change();

-- Many are issued anew only after a second person has said so.
alter table documents.reissue add column person text not null default '';
alter table documents.reissue add column waits boolean not null default false;
alter table documents.reissue add column second_account text;
alter table documents.reissue add column second_person text;
alter table documents.reissue add column dropped boolean not null default false;

-- How far a run has come, so that the next batch begins there.
alter table documents.reissue add column reached text not null default '';
