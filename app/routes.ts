import { index, route, type RouteConfig } from '@remix-run/route-config'

/** Every URL of the app, by feature. File names are literal: the build reads them without aliases. */
export default [
  index('features/today/routes/today.tsx'),

  route('learn', 'features/cards/routes/learn.tsx'),
  route('learn/today', 'features/cards/routes/todays-card.tsx'),
  route('learn/:cardId', 'features/cards/routes/card.tsx'),
  route('learn/:cardId/text', 'features/cards/routes/card-text.ts'),
  route('learn/:cardId/view', 'features/cards/routes/card-view.ts'),

  route('sign-in', 'features/account/routes/sign-in.tsx'),
  route('sign-in/name', 'features/account/routes/whose-number.tsx'),
  route('me', 'features/account/routes/me.tsx'),
  route('me/look', 'features/look/routes/look.ts'),
  route('me/devices', 'features/account/routes/devices.tsx'),
  route('me/data', 'features/account/routes/data.ts'),
  route('me/sign-out', 'features/account/routes/sign-out.tsx'),
  route('me/delete', 'features/account/routes/delete.tsx'),

  route('help', 'features/help/routes/help.tsx'),

  route('outbox', 'commands/routes/outbox.ts'),
  route('offline', 'features/help/routes/offline.tsx'),

  route('dev/inbox', 'features/trial/routes/inbox.tsx'),
  route('dev/errors/:code', 'features/trial/routes/error.tsx'),
  route('dev/ui', 'features/trial/routes/ui.tsx'),

  route('*', 'features/help/routes/not-found.tsx'),
] satisfies RouteConfig
