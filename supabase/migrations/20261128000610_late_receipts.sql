-- A phone without a network says later that a push had arrived, and when. The first word of it counts. It cannot have
-- come before it was due and sent.
drop function gyeote.note_push_delivered(uuid, timestamptz);
create function gyeote.note_push_delivered(send uuid, arrived timestamptz) returns boolean
  language plpgsql security definer set search_path = '' as $$
declare
  phone uuid;
  shown_at timestamptz;
begin
  update gyeote.reminder_sends set delivered_at = greatest(arrived, due_at, sent_at)
  where id = send and delivered_at is null returning device_id, delivered_at into phone, shown_at;
  if found then
    -- An old arrival that is told late does not hide a newer one.
    update gyeote.push_devices set delivered_at = greatest(delivered_at, shown_at) where id = phone;
    return true;
  end if;
  return exists (select from gyeote.reminder_sends where id = send);
end $$;

revoke execute on all functions in schema gyeote from public;
grant execute on function gyeote.note_push_delivered(uuid, timestamptz) to app;
