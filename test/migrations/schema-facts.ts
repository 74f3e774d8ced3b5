import type { Client } from 'pg'

/** Something in a schema that a program may rely on, as the catalogue has it. */
export type Fact = Readonly<
  | { kind: 'table' | 'view' | 'sequence' | 'type' | 'extension'; name: string }
  | ({ kind: 'column'; name: string } & Column)
  | { kind: 'check'; name: string; of: string; columns: readonly string[]; means: string }
  | { kind: 'key' | 'unique index'; name: string; of: string; columns: readonly string[] }
  | { kind: 'index' | 'trigger'; name: string; of: string }
  | { kind: 'function'; name: string; means: string }
  | { kind: 'grant'; name: string; of: string }
>

export type Column = Readonly<{
  of: string
  field: string
  /** Of a table; a view has what its query gives. */
  stored: boolean
  type: string
  required: boolean
  /** With a default, or computed. */
  filled: boolean
  generated: boolean
}>

/** Every fact by its kind and name. */
export async function readFacts(client: Client): Promise<ReadonlyMap<string, Fact>> {
  const { rows } = await client.query<{ fact: Fact }>(facts)
  return new Map(rows.map(({ fact }) => [`${fact.kind} ${fact.name}`, fact]))
}

// What belongs to an extension comes and goes with it.
const facts = `
  with relation as (
    select oid, oid::regclass::text as name, relkind as kind, relacl as acl, relowner as owner
    from pg_class
    where relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
      and relkind in ('r', 'p', 'v', 'm', 'S')
      and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e')
  ),
  routine as (
    select oid, oid::regprocedure::text as name, proacl as acl, proowner as owner, prorettype
    from pg_proc
    where pronamespace::regnamespace::text !~ '^(pg_|information_schema)'
      and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')
  ),
  privilege as (
    select name as of, acl.* from relation
    cross join lateral aclexplode(coalesce(acl, acldefault('r', owner))) as acl
    union all
    select relation.name || ' (' || attname || ')', acl.* from relation
    join pg_attribute on attrelid = relation.oid
    cross join lateral aclexplode(attacl) as acl
    union all
    select name, acl.* from routine
    cross join lateral aclexplode(coalesce(acl, acldefault('f', owner))) as acl
    union all
    select nspname, acl.* from pg_namespace cross join lateral aclexplode(nspacl) as acl
  ),
  keyed as (
    select pg_constraint.*, coalesce(conrelid::regclass::text, '') as of, (
      select coalesce(json_agg(attname order by attnum), '[]') from pg_attribute
      where attrelid = conrelid and attnum = any(conkey)
    ) as columns
    from pg_constraint join relation on relation.oid = conrelid
  )
  select json_build_object(
    'kind', case when kind = 'S' then 'sequence' when kind in ('v', 'm') then 'view' else 'table' end,
    'name', name
  ) as fact from relation
  union all
  select json_build_object(
    'kind', 'column', 'name', relation.name || '.' || attname, 'of', relation.name,
    'field', attname, 'stored', kind in ('r', 'p'), 'type', format_type(atttypid, atttypmod),
    'required', attnotnull, 'filled', atthasdef or attidentity <> '', 'generated', attgenerated <> ''
  )
  from relation join pg_attribute on attrelid = relation.oid
  where kind <> 'S' and attnum > 0 and not attisdropped
  union all
  select json_build_object(
    'kind', 'check', 'name', of || '.' || conname, 'of', of, 'columns', columns,
    'means', pg_get_constraintdef(oid)
  ) from keyed where contype = 'c'
  union all
  select json_build_object(
    'kind', 'check', 'name', contypid::regtype || '.' || conname, 'of', contypid::regtype,
    'columns', '[]'::json, 'means', pg_get_constraintdef(oid)
  ) from pg_constraint
  where contypid <> 0 and contype = 'c'
    and connamespace::regnamespace::text !~ '^(pg_|information_schema)'
  union all
  select json_build_object('kind', 'key', 'name', of || '.' || conname, 'of', of, 'columns', columns)
  from keyed where contype in ('p', 'u', 'f', 'x')
  union all
  select json_build_object(
    'kind', case when indisunique then 'unique index' else 'index' end,
    'name', indexrelid::regclass, 'of', relation.name, 'columns', (
      select coalesce(json_agg(attname order by attnum), '[]') from pg_attribute
      where attrelid = indrelid and attnum = any(indkey)
    )
  )
  from pg_index join relation on relation.oid = indrelid
  where not exists (select from pg_constraint where conindid = indexrelid)
  union all
  select json_build_object('kind', 'trigger', 'name', name || '.' || tgname, 'of', name)
  from pg_trigger join relation on relation.oid = tgrelid where not tgisinternal
  union all
  select json_build_object('kind', 'function', 'name', name, 'means', prorettype::regtype) from routine
  union all
  select json_build_object('kind', 'type', 'name', oid::regtype) from pg_type
  where typtype in ('d', 'e') and typnamespace::regnamespace::text !~ '^(pg_|information_schema)'
  union all
  select json_build_object('kind', 'extension', 'name', extname) from pg_extension
  union all
  select json_build_object(
    'kind', 'grant', 'name', 'to ' || lower(privilege_type) || ' ' || of, 'of', of
  )
  from privilege where grantee = any(array(
    select oid from pg_roles where rolname = 'counterpoint_service' union all select 0
  ))
  group by privilege_type, of
`
