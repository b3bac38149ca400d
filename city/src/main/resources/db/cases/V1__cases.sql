-- Every text of a kind under which a case was opened. A case is handled by it to its end.
create table cases.kind (
    kind        text        not null,
    version     text        not null,
    content     text        not null,
    recorded_at timestamptz not null,
    primary key (kind, version)
);

-- The moves that each text allows.
create table cases.move (
    kind       text not null,
    version    text not null,
    from_state text not null,
    event      text not null,
    to_state   text not null,
    primary key (kind, version, from_state, event),
    foreign key (kind, version) references cases.kind
);

-- One row a case. Everything that happens to it changes this row, under its lock: whoever comes second sees the first.
create sequence cases.file_id;

create table cases.file (
    id        bigint primary key default nextval('cases.file_id'),
    kind      text        not null,
    version   text        not null,
    state     text        not null,
    -- The event that led to the state.
    came_by   text        not null,
    title     text        not null check (title <> ''),
    applicant text        not null,
    firm      text check (length(firm) = 18),
    -- What the room that opened it calls it.
    about     text,
    -- Clock=working days, where it is not what the kind says: a promise, or what a rule gave.
    limits    text[]      not null,
    unit      text        not null check (unit <> ''),
    handler   text,
    -- Who answers for it. Empty only where a city has nobody who could.
    owner     text        not null,
    -- How many levels were told.
    level     int         not null,
    -- How its department came by it.
    standing  text        not null check (standing in ('NEW', 'HANDED_OVER', 'RETURNED', 'DISPUTED', 'SETTLED')),
    -- Departments that had it before.
    passed    text[]      not null,
    returns   int         not null,
    opened_at timestamptz not null,
    opened_by text        not null,
    closed_at timestamptz,
    -- The promise: when the first of its running clocks runs out.
    due_at    timestamptz,
    paused    boolean     not null,
    -- Counts what changes what can be done next; a remark or a reminder does not.
    revision  int         not null,
    -- Length and last hash of its timeline.
    entries   int         not null,
    head      bytea       not null,
    foreign key (kind, version) references cases.kind
);

create index file_open_by_owner on cases.file (owner) where closed_at is null;
create index file_of_firm on cases.file (firm, id) where firm is not null;
create index file_about on cases.file (about) where about is not null;

-- A state changes by an event that the kind allows, and what is closed stays as it is.
create function cases.check_file() returns trigger language plpgsql as $$
begin
    if old.closed_at is not null then
        raise exception 'the case (%) is closed', old.id using errcode = 'integrity_constraint_violation';
    end if;
    if new.state <> old.state and not exists (
            select from cases.move m
            where m.kind = old.kind and m.version = old.version and m.from_state = old.state
              and m.event = new.came_by and m.to_state = new.state) then
        raise exception 'no event (%) leads from (%) to (%) in the case (%)', new.came_by, old.state, new.state, old.id
            using errcode = 'integrity_constraint_violation';
    end if;
    if new.entries <= old.entries or new.revision < old.revision then
        raise exception 'the case (%) was changed past its timeline', old.id
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;

create trigger file_moves_by_events before update on cases.file
    for each row execute function cases.check_file();

create function cases.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only (%)', tg_table_name, tg_op using errcode = 'integrity_constraint_violation';
end
$$;

create trigger file_stays before delete or truncate on cases.file
    for each statement execute function cases.refuse_change();
create trigger kind_is_immutable before update or delete or truncate on cases.kind
    for each statement execute function cases.refuse_change();
create trigger move_is_immutable before update or delete or truncate on cases.move
    for each statement execute function cases.refuse_change();

-- What happened, in order. Each hash is taken over the hash before and every field of the row.
create table cases.entry (
    case_id    bigint      not null references cases.file,
    number     int         not null,
    at         timestamptz not null,
    -- The account of a person, or the name of a part of the software.
    actor      text        not null,
    actor_name text        not null,
    what       text        not null,
    -- The event, clock or level that it is about.
    subject    text,
    -- The account or department that it went to.
    target     text,
    from_state text,
    to_state   text,
    reason     text,
    basis      text,
    proof      text,
    hash       bytea       not null,
    primary key (case_id, number)
);

create trigger entry_append_only before update or delete or truncate on cases.entry
    for each statement execute function cases.refuse_change();

-- A clock of a case. 'assignment' is the kernel's own: how long the case may be without a handler.
create table cases.clock (
    id           bigint generated always as identity primary key,
    case_id      bigint      not null references cases.file,
    clock        text        not null,
    length_days  int         not null,
    -- The day after which the working days left are counted.
    counts_from  date        not null,
    left_days    int         not null,
    started_at   timestamptz not null,
    -- Null while it stands still, and while the calendar does not reach so far.
    due_at       timestamptz,
    paused_at    timestamptz,
    pause_reason text,
    extensions   int         not null,
    asked        boolean     not null,
    ran_out_at   timestamptz,
    stopped_at   timestamptz,
    -- How many of its alarms are behind it, and the next one.
    step         int         not null,
    alarm_at     timestamptz,
    alarm_no     int         not null,
    check (stopped_at is null or alarm_at is null),
    check ((paused_at is null) = (pause_reason is null))
);

create index clock_of_case on cases.clock (case_id);
create unique index clock_runs_once on cases.clock (case_id, clock) where stopped_at is null;
create index clock_without_date on cases.clock (id)
    where stopped_at is null and paused_at is null and due_at is null;

-- The ledger of pauses: begun with a proof, ended once.
create table cases.pause (
    clock_id bigint      not null references cases.clock,
    number   int         not null,
    reason   text        not null,
    proof    text        not null check (proof <> ''),
    begun_at timestamptz not null,
    begun_by text        not null,
    ended_at timestamptz,
    ended_by text,
    primary key (clock_id, number),
    check ((ended_at is null) = (ended_by is null))
);

create function cases.check_pause() returns trigger language plpgsql as $$
begin
    if old.ended_at is not null
            or (new.clock_id, new.number, new.reason, new.proof, new.begun_at, new.begun_by)
            is distinct from (old.clock_id, old.number, old.reason, old.proof, old.begun_at, old.begun_by) then
        raise exception 'the pause (%, %) is on record', old.clock_id, old.number
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;

create trigger pause_ends_once before update on cases.pause
    for each row execute function cases.check_pause();
create trigger pause_stays before delete or truncate on cases.pause
    for each statement execute function cases.refuse_change();

create table cases.extension (
    id           bigint generated always as identity primary key,
    clock_id     bigint      not null references cases.clock,
    working_days int         not null,
    reason       text        not null check (reason <> ''),
    asked_at     timestamptz not null,
    asked_by     text        not null,
    answered_at  timestamptz,
    answered_by  text,
    granted      boolean,
    check ((answered_at is null) = (answered_by is null) and (answered_at is null) = (granted is null))
);

create unique index extension_asked_once on cases.extension (clock_id) where answered_at is null;

-- Open work. What was done is in the timeline.
create table cases.task (
    id        bigint generated always as identity primary key,
    case_id   bigint      not null references cases.file,
    what      text        not null check (what in ('STATE', 'RAISED', 'EXTENSION')),
    -- The clock that it is about.
    clock     text,
    zh        text        not null,
    en        text        not null,
    unit      text,
    assignee  text,
    firm      text,
    due_at    timestamptz,
    due_key   timestamptz generated always as (coalesce(due_at, 'infinity')) stored,
    opened_at timestamptz not null
);

create index task_of_case on cases.task (case_id);
create index task_of_unit on cases.task (unit, due_key, id) where unit is not null;
create index task_of_nobody on cases.task (unit, due_key, id) where unit is not null and assignee is null;
create index task_of_assignee on cases.task (assignee, due_key, id) where assignee is not null;
create index task_of_firm on cases.task (firm, id) where firm is not null;

-- From this instant on this person is on duty, until the next row.
create table cases.duty (
    starts_at timestamptz primary key,
    account   text        not null,
    set_by    text        not null
);

-- The table of db-scheduler, as its version 16 knows it.
create table cases.alarm (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);

create index alarm_execution_time on cases.alarm (execution_time);
create index alarm_last_heartbeat on cases.alarm (last_heartbeat);

-- A clock and its alarm are one write: whatever sets, moves or stops a clock, its alarm is never lost and never left
-- behind. An alarm has its clock and a number for its name. One that is ringing just now is left to db-scheduler, and
-- finds when it gets the case that its number is no longer the clock's.
create function cases.set_alarm() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if new.alarm_no = old.alarm_no then
            if new.alarm_at is distinct from old.alarm_at then
                raise exception 'an alarm that is moved gets another number';
            end if;
            return null;
        end if;
        if old.alarm_at is not null then
            delete from cases.alarm
            where task_name = 'case-clock' and task_instance = old.id || '.' || old.alarm_no and not picked;
        end if;
    end if;
    if new.alarm_at is not null then
        insert into cases.alarm (task_name, task_instance, execution_time, picked, version)
        values ('case-clock', new.id || '.' || new.alarm_no, new.alarm_at, false, 1);
    end if;
    return null;
end
$$;

create trigger clock_sets_alarm after insert or update on cases.clock
    for each row execute function cases.set_alarm();
