-- When the portrait of the firm took over what the grant of the part changes.
alter table applications.part add column effect_at timestamptz;

-- Whoever comes to a window is served there: which clerk types, who consents, and what shows it. All null: the
-- applicant did it alone.
alter table applications.application
    add column clerk text,
    add column clerk_name text,
    add column consent_by text,
    add column consent text,
    add check ((clerk is null) = (clerk_name is null)),
    add check ((clerk is null) = (consent_by is null)),
    add check ((clerk is null) = (consent is null));

create index application_of_clerk on applications.application (clerk, id) where clerk is not null;
