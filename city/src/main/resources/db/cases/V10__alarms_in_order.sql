-- Whoever rings takes the oldest alarms first, by the number of the clock where several ring at one moment; the index
-- has that order.
drop index cases.clock_alarm;
create index clock_alarm on cases.clock (alarm_at, id) where alarm_at is not null;
