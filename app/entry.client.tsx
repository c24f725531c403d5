import { RemixBrowser } from '@remix-run/react'
import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { keepFlushing } from './offline/keep-flushing.client'
import { registerWorker } from './offline/register-worker.client'
import { reloadWhenPartIsMissing } from './offline/reload-once.client'
import { thisOutbox } from './offline/this-outbox'
import { watchInstall } from './offline/use-install'

reloadWhenPartIsMissing()
watchInstall()

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  )
})

registerWorker()
keepFlushing(thisOutbox())
