import { RemixBrowser } from '@remix-run/react'
import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { keepFlushing } from './offline/keep-flushing.client'
import { learnTimeOfDocument } from './offline/learn-time-of-document.client'
import { registerWorker } from './offline/register-worker.client'
import { reloadWhenPartIsMissing } from './offline/reload-once.client'
import { endWithPhone, sendWhatIsUnsent, thisOutbox } from './offline/this-outbox'
import { thisPhone } from './offline/this-phone'
import { watchInstall } from './offline/use-install'
import { keepFocusInView } from './ui/keep-focus-in-view.client'

reloadWhenPartIsMissing()
watchInstall()
keepFocusInView()
sendWhatIsUnsent(async (...unsent) => {
  const { sendWaitingPhotos } = await import('./features/medication/photos/send-waiting-photos')
  return sendWaitingPhotos(...unsent)
})
endWithPhone(async () => {
  const { endOnThisPhone } = await import('./features/reminders/subscription/this-push.client')
  await endOnThisPhone()
})

learnTimeOfDocument(thisPhone)

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
