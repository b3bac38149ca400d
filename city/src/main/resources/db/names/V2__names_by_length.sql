-- Names that differ in one character are of one length: with it in front, an index holds hardly anything that does not
-- match, however many names begin alike.
drop index names.name_front;
drop index names.name_back;
create index name_front on names.name (industry, char_length(trade_name), trade_name text_pattern_ops);
create index name_back on names.name (industry, char_length(trade_name), reverse(trade_name) text_pattern_ops);
-- Of three characters the middle one: both ends are equal.
create index name_ends on names.name (industry, left(trade_name, 1), right(trade_name, 1))
    where char_length(trade_name) = 3;
