-- The number of a 数电票 names one invoice in the whole country, whoever says that they sold; of other formats it does so
-- together with the seller. Those of one number that were archived before stay as they are (twin).
alter table invoices.invoice add column twin boolean not null default false;

update invoices.invoice i
   set twin = true
 where i.format = 'CN'
   and exists (select 1
                 from invoices.invoice o
                where o.firm = i.firm and o.number = i.number and o.format = 'CN' and o.id < i.id);

alter table invoices.invoice drop constraint invoice_firm_number_seller_id_key;

create unique index invoice_number on invoices.invoice
    (firm, number, (case when format = 'CN' and not twin then '' else seller_id end));
