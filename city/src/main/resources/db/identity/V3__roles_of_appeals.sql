-- Seats take calls of firms and call them back, arbiters decide whose business an appeal is, clerks stand at a window.
alter table identity.person drop constraint person_roles_check;
alter table identity.person add constraint person_roles_check
    check (roles <@ array ['OFFICER', 'POLICY_EDITOR', 'LEADER', 'ADMINISTRATOR', 'SEAT', 'ARBITER', 'CLERK']);
