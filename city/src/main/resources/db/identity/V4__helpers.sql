-- Helpers answer firms online and fill in with them what they are let into.
alter table identity.person drop constraint person_roles_check;
alter table identity.person add constraint person_roles_check
    check (roles <@ array
           ['OFFICER', 'POLICY_EDITOR', 'LEADER', 'ADMINISTRATOR', 'SEAT', 'ARBITER', 'CLERK', 'HELPER']);
