-- A page is the newest first: by day, direction, number. Each index begins with the day, so that it gives a page in its
-- order, and looks into each day for what is asked besides: the database skips from day to day, where before it read a
-- million invoices to find a number among the old ones. What is only compared lies beside.
drop index invoices.invoice_by_day;
drop index invoices.invoice_by_total;
drop index invoices.invoice_by_party;

create index invoice_by_day on invoices.invoice
    (firm, issued_on desc, direction desc, number desc, id desc) include (total);
create index invoice_by_total on invoices.invoice
    (firm, issued_on desc, total desc, id desc) include (direction, number);
create index invoice_by_party on invoices.invoice
    (firm, party_id, issued_on desc, direction desc, number desc, id desc) include (total) where party_id <> '';

-- Pairs of signs are mixed with firm and month (MonthGrams), so that a word is looked for in one firm's month.
drop index invoices.searched_grams;

update invoices.searched s
   set grams = array(
       select gram # mark
         from unnest(s.grams) gram,
              (select ('x' || encode(substr(sha256(convert_to(i.firm || to_char(i.issued_on, 'YYYYMM'), 'UTF8')), 1, 4),
                      'hex'))::bit(32)::int as mark) marked)
  from invoices.invoice i
 where i.id = s.id;

create index searched_grams on invoices.searched using gin (grams) with (fastupdate = off);
