-- How much of its quota each caller has used. Columns and their order are those of
-- rate-limiter-flexible. Unlogged: a count costs no flush to disk, and may be lost in a crash.
create unlogged table rate_limit (
  key    text primary key,
  points integer not null,
  expire bigint
);
comment on column rate_limit.expire is 'When the window ends, in milliseconds since 1970.';
grant select, insert, update, delete on rate_limit to counterpoint_service;
