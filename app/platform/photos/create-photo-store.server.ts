import { join } from 'node:path'
import type { Env } from '../env.server'
import { createFolderPhotos } from './folder-photos.server'
import type { PhotoStore } from './photo-store.server'
import { createSupabasePhotos } from './supabase-photos.server'

/** Supabase Storage where a project is set, else the folder `photos` in `DATA_DIR`. */
export function createPhotoStore(
  env: Pick<Env, 'DATA_DIR' | 'SUPABASE_URL' | 'SUPABASE_SERVICE_ROLE_KEY'>,
): PhotoStore {
  const { SUPABASE_URL: url, SUPABASE_SERVICE_ROLE_KEY: serviceKey } = env
  return url && serviceKey
    ? createSupabasePhotos({ url: url.replace(/\/+$/, ''), serviceKey })
    : createFolderPhotos(join(env.DATA_DIR, 'photos'))
}
