alter table claim add column account jsonb;
comment on column claim.account is 'How the status came about, by ids: what its sentence names. Written with the status, by relabelling alone.';
grant update (account) on claim to counterpoint_service;
