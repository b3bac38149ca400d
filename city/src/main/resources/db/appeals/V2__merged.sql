-- What was merged into an appeal waits for its answer.
create index appeal_merged on appeals.appeal (merged_into) where merged_into is not null;
