-- Writes that wait are entered jointly: rows of several batches go into one statement, which therefore
-- says of each row to which batch it belongs. New rows name the first event of their batch. A claim or
-- a link that changes has the last event of its batch in `shown_seq`, and `counterpoint.batch_starts`
-- lists the first event of each batch.

create or replace function open_batch() returns trigger
language plpgsql as $$
begin
  perform set_config('counterpoint.batch_start', (old.seq + 1)::text, true),
    set_config('counterpoint.batch_starts', '', true);
  return new;
end
$$;

create or replace function keep_past_columns(noun text) returns void
language plpgsql set search_path = public, pg_temp as $$
declare
  twin text := noun || '_was';
  added record;
  columns text;
  of_row text;
begin
  for added in
    select
      attname as name, attgenerated as generated, attnotnull as required,
      format_type(atttypid, atttypmod) as type, pg_get_expr(adbin, adrelid) as value
    from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
    where attrelid = noun::regclass and attnum > 0 and not attisdropped and attname not in (
      select attname from pg_attribute where attrelid = twin::regclass and not attisdropped
    )
    order by attnum
  loop
    if added.generated = 'v' then
      raise exception 'the past of %.% cannot be kept', noun, added.name
        using hint = 'Say that it is stored: generated always as (…) stored.';
    end if;
    -- What was is filled in once, as the rows of today were, and is written by the trigger from then on.
    execute format('alter table %I add column %I %s', twin, added.name, added.type)
      || case when added.required then ' not null' else '' end
      || case
        when added.value is null then ''
        when added.generated = '' then format(' default %s', added.value)
        else format(' generated always as (%s) stored', added.value)
      end;
    execute format(
      'alter table %I alter column %I drop %s',
      twin, added.name, case when added.generated = '' then 'default' else 'expression' end
    );
  end loop;

  select string_agg(quote_ident(attname), ', ' order by attnum) into columns
  from pg_attribute where attrelid = noun::regclass and attnum > 0 and not attisdropped;

  execute format(
    'create or replace view as_of.%1$I as
     select until_seq, %3$s from (
       select null::bigint as until_seq, %3$s from public.%1$I
       union all
       select until_seq, %3$s from public.%2$I
     ) as version
     where since_seq <= current_setting(''counterpoint.as_of'')::bigint
       and (until_seq is null or until_seq > current_setting(''counterpoint.as_of'')::bigint)',
    noun, twin, columns
  );

  -- To which batch a row belongs that changes in a joint statement.
  of_row := case
    when noun in ('claim', 'link') then
      'if tg_op = ''UPDATE'' and current_setting(''counterpoint.batch_starts'', true) <> '''' then
         select max(start) into batch_start
         from unnest(current_setting(''counterpoint.batch_starts'')::bigint[]) as start
         where start <= new.shown_seq;
       end if;'
    when noun = 'node' then
      'if tg_op = ''UPDATE'' then batch_start := greatest(batch_start, new.since_seq); end if;'
    else ''
  end;

  -- As the owner, since nobody else may write what was.
  execute format(
    $trigger$
      create or replace function %3$I() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $body$
      declare
        batch_start bigint := current_setting('counterpoint.batch_start')::bigint;
      begin
        %4$s
        -- Between the events of a batch the record was never seen.
        if old.since_seq < batch_start then
          insert into %1$I (until_seq, %2$s)
          select batch_start, %2$s from (select old.*) as version;
        end if;
        if tg_op = 'DELETE' then
          return old;
        end if;
        new.since_seq := batch_start;
        return new;
      end
      $body$
    $trigger$,
    twin, columns, 'keep_' || twin, of_row
  );
end
$$;

do $$
declare
  noun text;
begin
  foreach noun in array array['claim', 'link', 'node'] loop
    perform keep_past_columns(noun);
  end loop;
end
$$;
