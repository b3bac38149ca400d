-- A clock's next alarm stands in its row and nowhere else: whoever rings looks there, takes some at a time under the
-- locks of their cases, and leaves to others what others have. A table beside it had to be kept in step at every step.
drop trigger clock_sets_alarm on cases.clock;
drop function cases.set_alarm();
drop table cases.alarm;
create index clock_alarm on cases.clock (alarm_at) where alarm_at is not null;
