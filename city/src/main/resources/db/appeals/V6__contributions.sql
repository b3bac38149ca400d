-- What the department that has an appeal asked of others. Each is a case of its own; what came of it is repeated here.
create table appeals.contribution (
    id          bigint generated always as identity primary key,
    appeal_id   bigint      not null references appeals.appeal,
    case_id     bigint      not null unique,
    unit        text        not null,
    question    text        not null check (question <> ''),
    asked_by    text        not null,
    asked_at    timestamptz not null,
    state       text        not null default 'ASKED' check (state in ('ASKED', 'GIVEN', 'DECLINED', 'TAKEN_BACK')),
    answer      text        not null default '',
    answered_by text,
    answered_at timestamptz
);

create index contribution_of_appeal on appeals.contribution (appeal_id, id);

-- How many were ever asked, so that an appeal that moves on needs no look at the table above.
alter table appeals.appeal add column contributions int not null default 0;
