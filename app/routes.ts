import { index, route, type RouteConfig } from '@remix-run/route-config'

/** Every URL of the app, by feature. File names are literal: the build reads them without aliases. */
export default [
  index('features/today/routes/today.tsx'),
  route('dev/ui', 'features/trial/routes/ui.tsx'),
] satisfies RouteConfig
