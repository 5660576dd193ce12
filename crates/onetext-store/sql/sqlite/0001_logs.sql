-- Logs, their records, and the keys that open sealed records. 'onet' in ASCII marks the file as ours.
pragma application_id = 1869505908;

create table logs (
  name text primary key not null check (length(name) between 1 and 64),
  version integer not null check (version >= 0)
) strict, without rowid;

create table records (
  log text not null references logs (name),
  version integer not null check (version >= 1),
  bytes blob not null,
  unique (log, version)
) strict;

-- Rows are added at the end and keep their length for ever, so that SQLite never moves a key to another page and leaves
-- a copy behind: destroying a key writes zeros over its one place.
create table keys (
  id integer primary key,
  log text not null,
  version integer not null,
  key blob not null check (length(key) = 32),
  unique (log, version),
  foreign key (log, version) references records (log, version)
) strict;

pragma user_version = 1;
