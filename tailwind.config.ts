import type { Config } from 'tailwindcss'

export default { content: [], theme: {} } satisfies Config
