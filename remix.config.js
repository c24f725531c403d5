/**
 * The one place for Remix's options; `vite.config.ts` hands them to the plugin.
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
export default {
  appDirectory: 'app',
  buildDirectory: 'build',
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_routeConfig: true,
    // Lazy discovery asks the server on a tap, which breaks every page without a network.
    v3_lazyRouteDiscovery: false,
  },
}
