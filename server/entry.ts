/**
 * The build's entry: `start` serves, `openProcess` and `createApp` are its two halves, for development,
 * where the open parts outlive every reload of the app.
 */
export { createApp } from './app'
export { openProcess, start } from './start'
