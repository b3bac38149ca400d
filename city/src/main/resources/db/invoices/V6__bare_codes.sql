-- The number for VAT of a firm in China is its credit code behind the country: the code alone is kept and looked for,
-- as of every other one (ArchiveTable.partyId).
update invoices.invoice
   set party_id = right(party_id, 18)
 where format <> 'CN' and party_id ~ '^CN[0-9A-HJ-NPQRTUWXY]{18}$';
