import { existsSync } from 'node:fs'
import { checkSupabase } from './smoke-supabase/check-supabase'

/**
 * `npm run smoke:supabase`: whether a hosted Supabase project is set up as 곁에 needs it, with the settings `npm start`
 * would use. A line for each check; what is wrong says what to do. Makes one anonymous account and removes it, and
 * changes nothing else.
 */
process.env.NODE_ENV ??= 'production'
if (existsSync('.env')) process.loadEnvFile?.('.env')

const { failed, leftOut } = await checkSupabase(process.env, (line) => console.log(line))
process.exit(failed + leftOut === 0 ? 0 : 1)
