-- Policies that somebody published on a page: each the whole policy with all its texts, as a policy file. Of a policy
-- the newest counts, as long as the city's files say of that policy what they said then; who, when and why stay
-- for ever.
create table publication (
    id         bigint generated always as identity primary key,
    policy_id  text        not null,
    content    text        not null,
    -- the texts of the policy in the city's files then, with their last days; none when no file had it
    file_texts text[]      not null,
    reason     text        not null check (reason <> ''),
    account    text        not null,
    person     text        not null,
    at         timestamptz not null
);

create index publication_of_policy on publication (policy_id, id desc);

create trigger publication_is_immutable before update or delete or truncate on publication
    for each statement execute function refuse_change();

-- Days and texts by which some firms may have been judged already while others still wait: a line for each turn that
-- has begun. A turn that ends takes its line and all before it away, so that after a crash, or when a turn is overtaken
-- by another, nobody stays with what was judged in between.
create table turning (
    id    bigint generated always as identity primary key,
    day   date   not null,
    texts text[] not null
);
