-- Pictures, counts and 「나중에」 are the person's alone: no consent speaks of them, and no page of the family
-- shows them.
do $$
declare
  fact text;
begin
  foreach fact in array array['photos', 'stock_counts', 'snoozes']
  loop
    execute format(
      'alter policy "Medicines are seen by those the person lets see them" on gyeote.%I
         using (person_id = (select auth.uid()) and not (select gyeote.is_held()))', fact);
    execute format(
      'alter policy "Medicines are seen by those the person lets see them" on gyeote.%I
         rename to "A person alone sees these"', fact);
  end loop;
end $$;
