-- 나중에 of one medicine among several; null: of the whole group.
alter table gyeote.snoozes add column course_id uuid;
grant insert (course_id) on gyeote.snoozes to authenticated;
