-- The item of the application for whose answer a file is kept until it is sent; what was kept before has none.
alter table applications.file add item text;
