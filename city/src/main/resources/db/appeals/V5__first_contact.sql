-- Within how many minutes of working time somebody speaks to the firm, 0 where nothing was promised; until when, while
-- nobody has; and whether that ever came too late. What is due_at does not count it.
alter table appeals.appeal
    add column contact_minutes int         not null default 0,
    add column contact_due_at  timestamptz,
    add column contact_late    boolean     not null default false;
