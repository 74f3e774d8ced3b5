-- The role the service runs as. It owns nothing and may change only what is granted to it.
-- A deployment that wants to log in as it creates it beforehand, with a password.
do $$
begin
  if not exists (select from pg_roles where rolname = 'counterpoint_service') then
    create role counterpoint_service nologin;
  end if;
exception
  when duplicate_object or unique_violation then null; -- another migration was faster
end
$$;

-- What the rules for text refuse, refused here as well: a control character other than tab and line
-- feed, an override or isolate of direction, a noncharacter, U+FFFD, and what is not NFC.
-- (A lone surrogate cannot be encoded in UTF-8 at all, and NUL cannot be stored.)
create function is_clean(value text) returns boolean
language sql immutable strict parallel safe
return value is nfc normalized
  and value !~ (
    '[\u0001-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFDD0-\uFDEF\uFFFD-\uFFFF'
    || '\U0001FFFE\U0001FFFF\U0002FFFE\U0002FFFF\U0003FFFE\U0003FFFF\U0004FFFE\U0004FFFF'
    || '\U0005FFFE\U0005FFFF\U0006FFFE\U0006FFFF\U0007FFFE\U0007FFFF\U0008FFFE\U0008FFFF'
    || '\U0009FFFE\U0009FFFF\U000AFFFE\U000AFFFF\U000BFFFE\U000BFFFF\U000CFFFE\U000CFFFF'
    || '\U000DFFFE\U000DFFFF\U000EFFFE\U000EFFFF\U000FFFFE\U000FFFFF\U0010FFFE\U0010FFFF]'
  );

create domain prose as text
  constraint prose_is_clean check (is_clean(value))
  constraint prose_length check (char_length(value) between 1 and 5000);

create domain slug as text
  constraint slug_is_clean check (is_clean(value))
  constraint slug_shape check (value ~ '^[^-[:space:][:upper:]]+(-[^-[:space:][:upper:]]+)*$')
  constraint slug_length check (char_length(value) <= 80);

create domain language as text
  constraint language_shape check (value ~ '^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*$');

-- A date of the world at the precision known; beside it stands its start, by which it sorts.
create domain world_date as text
  constraint world_date_shape check (
    value ~ '^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2}))?)?)?$'
  );
