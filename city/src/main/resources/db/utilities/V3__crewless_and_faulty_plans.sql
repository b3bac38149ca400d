-- Requests that a crew is to come for, or none can: looked through when the city opens with other crews.
create index request_without_visit on utilities.request (id) where state in ('applied', 'noCrew');

-- What was wrong with the plan of an operator's system, by name, so that it is told in the language of who reads it.
alter table utilities.exchange add column faults text not null default '';
-- The system took or offered nothing; what it said stands in says.
alter table utilities.exchange add column refused boolean not null default false;
update utilities.exchange set refused = true where says <> '';
