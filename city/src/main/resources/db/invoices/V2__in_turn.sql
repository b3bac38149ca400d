-- What waits is read in turn: the first files of each upload first.
create index waiting_in_turn on invoices.waiting (place, upload);
