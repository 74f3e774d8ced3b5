-- An event is at most 65,535 bytes: what says more is said in several. Earlier ones may be longer.
alter table event add constraint event_body_is_bounded check (octet_length(body) <= 65535) not valid;
