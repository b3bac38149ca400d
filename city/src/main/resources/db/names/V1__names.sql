-- What every firm of the register is called, taken apart: what is compared when somebody chooses a name.
create table names.name (
    firm       text primary key check (length(firm) = 18),
    name       text not null,
    trade_name text not null,
    -- Empty where the name says none.
    industry   text not null,
    -- The trade name as it sounds, a syllable a character.
    sound      text not null
);

create index name_whole on names.name (name);
create index name_sound on names.name (sound, industry);
-- Names of one industry that differ in one character: from the front where a later one differs, else from the back.
create index name_front on names.name (industry, trade_name text_pattern_ops);
create index name_back on names.name (industry, reverse(trade_name) text_pattern_ops);
create index name_trade on names.name (trade_name);

-- Up to which change of the register the names are current. One row.
create table names.stand (
    one         boolean primary key default true check (one),
    log         uuid   not null,
    transaction bigint not null,
    entry       bigint not null
);
