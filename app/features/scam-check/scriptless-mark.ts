/** Goes along with a form only where no script runs: then the server has to answer, not the worker. */
export const scriptlessName = 'scriptless'

export const isScriptless = (form: FormData): boolean => form.has(scriptlessName)
