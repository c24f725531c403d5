-- 지난 약 기록 is what its words say: the emergency sheet (20261124000900) names third people and illnesses, and a
-- visit where somebody goes. No consent speaks of either, so they are seen by the person alone.
do $$
declare
  fact text;
begin
  foreach fact in array array['clinic_visits', 'emergency_sheets']
  loop
    execute format(
      'alter policy "Medicines are seen by those the person lets see them" on gyeote.%I
         using (person_id = (select auth.uid()) and not (select gyeote.is_held()))', fact);
    execute format(
      'alter policy "Medicines are seen by those the person lets see them" on gyeote.%I
         rename to "A person alone sees these"', fact);
  end loop;
end $$;
