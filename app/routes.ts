import { index, route, type RouteConfig } from '@remix-run/route-config'

/** Every URL of the app, by feature. File names are literal: the build reads them without aliases. */
export default [
  index('features/today/routes/today.tsx'),

  route('learn', 'features/cards/routes/learn.tsx'),
  route('learn/today', 'features/cards/routes/todays-card.tsx'),
  route('learn/:cardId', 'features/cards/routes/card.tsx'),
  route('learn/:cardId/text', 'features/cards/routes/card-text.ts'),
  route('learn/:cardId/view', 'features/cards/routes/card-view.ts'),

  route('medication', 'features/medication/routes/medication.tsx'),
  route('medication/facts', 'features/medication/routes/facts.ts'),
  route('medication/consent', 'features/medication/routes/consent.tsx'),
  route('medication/new', 'features/medication/routes/new-pouch.tsx'),
  route('medication/new/detail', 'features/medication/routes/new-detail.tsx'),
  route('medication/courses', 'features/medication/routes/courses.tsx'),
  route('medication/courses/:courseId', 'features/medication/routes/course.tsx'),
  route('medication/courses/:courseId/edit', 'features/medication/routes/edit-course.tsx'),
  route('medication/hours', 'features/medication/routes/hours.tsx'),
  route('medication/pause', 'features/medication/routes/pause.tsx'),
  route('medication/calendar', 'features/medication/routes/calendar.tsx'),
  route('medication/calendar.ics', 'features/medication/routes/calendar-file.ts'),
  route('medication/practice', 'features/medication/routes/practice.tsx'),
  route('medication/visits', 'features/medication/routes/visits.tsx'),
  route('medication/report', 'features/medication/routes/report.tsx'),
  route('medication/report.csv', 'features/medication/routes/report-csv.ts'),
  route('medication/history', 'features/medication/routes/history.tsx'),
  route('medication/history/:month', 'features/medication/routes/history-month.tsx'),
  route('medication/history/:month/:day', 'features/medication/routes/history-day.tsx'),
  route('medication/courses/:courseId/photo', 'features/medication/routes/course-photo.tsx'),
  route('medication/photos/:photoId', 'features/medication/routes/photo-file.ts'),

  route('reminders/key', 'features/reminders/routes/key.ts'),
  route('reminders/devices', 'features/reminders/routes/devices.ts'),
  route('reminders/receipts', 'features/reminders/routes/receipts.ts'),
  route('reminders/test', 'features/reminders/routes/ask-for-test.ts'),

  route('scam-check/link', 'features/scam-check/routes/link.ts'),

  route('sign-in', 'features/account/routes/sign-in.tsx'),
  route('sign-in/name', 'features/account/routes/whose-number.tsx'),
  route('me', 'features/account/routes/me.tsx'),
  route('me/look', 'features/look/routes/look.ts'),
  route('me/devices', 'features/account/routes/devices.tsx'),
  route('me/data', 'features/account/routes/data.ts'),
  route('me/sign-out', 'features/account/routes/sign-out.tsx'),
  route('me/delete', 'features/account/routes/delete.tsx'),

  route('reminders', 'features/reminders/routes/reminders.tsx'),
  route('family', 'features/family/routes/family.tsx'),
  route('family/ask', 'features/family/routes/ask.tsx'),
  route('family/join', 'features/family/routes/join.tsx'),
  route('family/version', 'features/family/routes/version.ts'),
  route('family/:linkId/:month', 'features/family/routes/month.tsx'),
  route('me/family', 'features/family/routes/settings.tsx'),
  route('me/family/invite', 'features/family/routes/invite.tsx'),
  route('me/family/ladder', 'features/family/routes/ladder.tsx'),
  route('me/family/waiting/:waitingId', 'features/family/routes/waiting.tsx'),
  route('me/family/links/:linkId', 'features/family/routes/link.tsx'),

  route('help', 'features/help/routes/help.tsx'),
  route('emergency', 'features/emergency/routes/emergency.tsx'),
  route('emergency/edit', 'features/emergency/routes/edit.tsx'),

  route('scam-check', 'features/scam-check/routes/scam-check.tsx'),
  route('scam-check/call', 'features/scam-check/routes/call.tsx'),
  route('scam-check/now', 'features/scam-check/routes/now.tsx'),
  route('scam-check/kept', 'features/scam-check/routes/kept.tsx'),
  route('scam-check/after', 'features/scam-check/routes/after.tsx'),
  route('scam-check/after/:what', 'features/scam-check/routes/after-what.tsx'),
  route('scam-check/knowledge', 'features/scam-check/routes/knowledge.ts'),

  route('outbox', 'commands/routes/outbox.ts'),
  route('offline', 'features/help/routes/offline.tsx'),

  route('dev/inbox', 'features/trial/routes/inbox.tsx'),
  route('dev/errors/:code', 'features/trial/routes/error.tsx'),
  route('dev/ui', 'features/trial/routes/ui.tsx'),

  route('*', 'features/help/routes/not-found.tsx'),
] satisfies RouteConfig
