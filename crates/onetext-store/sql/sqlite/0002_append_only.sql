-- What was written stays as it was written, whoever asks.
create trigger records_stay before update on records begin
  select raise(abort, 'records are never changed');
end;
create trigger records_remain before delete on records begin
  select raise(abort, 'records are never removed');
end;
create trigger logs_grow before update on logs when new.version < old.version or new.name <> old.name begin
  select raise(abort, 'logs only grow');
end;
create trigger logs_remain before delete on logs begin
  select raise(abort, 'logs are never removed');
end;
create trigger keys_are_only_destroyed before update on keys
when new.key <> zeroblob(32) or new.log <> old.log or new.version <> old.version or new.id <> old.id begin
  select raise(abort, 'a key can only be destroyed');
end;
create trigger keys_remain before delete on keys begin
  select raise(abort, 'a key is overwritten, never removed');
end;

pragma user_version = 2;
