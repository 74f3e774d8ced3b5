-- Units of figures are converted by a table, which makes other keys of many. Keys of another version
-- are remade by the service, whose older version makes those of version 1.
alter table figure_key add column version smallint not null default 1;
comment on column figure_key.version is 'Which version of the program made the key: keys of another one are made again.';
