-- Everybody who ever had the case in hand: none of them closes it where its kind wants somebody independent, and none
-- of them gets it again when it is reopened. How often it was: each time it stands one level higher.
alter table cases.file
    add column handled  text[] not null default '{}',
    add column reopened int    not null default 0;

alter table cases.file drop constraint file_standing_check;
alter table cases.file add constraint file_standing_check
    check (standing in ('NEW', 'HANDED_OVER', 'RETURNED', 'DISPUTED', 'SETTLED', 'REOPENED'));
