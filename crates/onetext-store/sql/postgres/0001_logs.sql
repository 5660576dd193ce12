-- Logs, their records, and the keys that open sealed records, in a schema of their own.
create schema onetext;

create table onetext.about (schema_version bigint not null);
insert into onetext.about values (1);

create table onetext.logs (
  name text primary key check (length(name) between 1 and 64),
  version bigint not null check (version >= 0)
);

create table onetext.records (
  log text not null references onetext.logs (name),
  version bigint not null check (version >= 1),
  bytes bytea not null,
  primary key (log, version)
);

create table onetext.keys (
  log text not null,
  version bigint not null,
  key bytea not null check (length(key) = 32),
  primary key (log, version),
  foreign key (log, version) references onetext.records (log, version)
);

-- What was written stays as it was written, whoever asks.
create function onetext.refuse() returns trigger language plpgsql as $$
begin
  raise exception '%', tg_argv[0];
end $$;
create trigger records_stay before update or delete or truncate on onetext.records
  for each statement execute function onetext.refuse('records are never changed or removed');
create trigger logs_remain before delete or truncate on onetext.logs
  for each statement execute function onetext.refuse('logs are never removed');
create trigger keys_remain before delete or truncate on onetext.keys
  for each statement execute function onetext.refuse('a key is overwritten, never removed');
create trigger logs_grow before update on onetext.logs
  for each row when (new.version < old.version or new.name <> old.name)
  execute function onetext.refuse('logs only grow');
create trigger keys_are_only_destroyed before update on onetext.keys
  for each row when (new.key <> decode(repeat('00', 32), 'hex') or new.log <> old.log or new.version <> old.version)
  execute function onetext.refuse('a key can only be destroyed');

-- The second layer: a transaction names the logs that it is about (onetext.scope) and sees no row of another one, even
-- if a statement forgot to say so. The heads of all logs are seen where it names that (onetext.heads). The owner of a
-- table would be exempt, so that it is forced; a superuser always is, so that the program refuses to be one.
create function onetext.in_scope(name text) returns boolean language sql stable parallel safe as $$
  select name = any (string_to_array(current_setting('onetext.scope', true), ','))
$$;
alter table onetext.logs enable row level security;
alter table onetext.logs force row level security;
alter table onetext.records enable row level security;
alter table onetext.records force row level security;
alter table onetext.keys enable row level security;
alter table onetext.keys force row level security;
create policy seen on onetext.logs for select
  using (onetext.in_scope(name) or current_setting('onetext.heads', true) = 'all');
create policy added on onetext.logs for insert with check (onetext.in_scope(name));
create policy grown on onetext.logs for update using (onetext.in_scope(name)) with check (onetext.in_scope(name));
create policy seen on onetext.records for select using (onetext.in_scope(log));
create policy added on onetext.records for insert with check (onetext.in_scope(log));
create policy seen on onetext.keys for select using (onetext.in_scope(log));
create policy added on onetext.keys for insert with check (onetext.in_scope(log));
create policy destroyed on onetext.keys for update using (onetext.in_scope(log)) with check (onetext.in_scope(log));
