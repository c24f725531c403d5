import { useLocation, useNavigate } from '@remix-run/react'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { thisPhone } from '~/offline/this-phone'
import type { PageMessage } from '~/offline/worker-messages'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import { refreshThisPhone } from '../subscription/this-push.client'
import {
  findRing,
  listenForRing,
  showAbove,
  showRinging,
  watchUse,
  type Place,
} from './shown-ring.client'
import { stayLit } from './stay-lit.client'
import { watchDoses } from './watch-doses.client'

/** Here the doses that are due stand on the page themselves. */
const showsDoses = (path: string) => path === '/' || path === '/medication'
const nothing = () => null

/** Whose time it is, in a place of the page. It says so aloud and never takes the focus. */
export default function InPageReminder({ place }: { place: Place }) {
  const { pathname } = useLocation()
  const ring = useSyncExternalStore(listenForRing, () => findRing(place), nothing)
  return (
    <>
      {place === 'above' ? <Watch /> : null}
      <div role="status">
        {ring && !showsDoses(pathname) ? (
          <div className="my-4">
            <Notice kind="info" word="알려 드려요" title={`${ring.title}.`}>
              <div className="mt-3">
                <LinkButton to={ring.path} variant="outlined" full icon="pill">
                  약 보기
                </LinkButton>
              </div>
            </Notice>
          </div>
        ) : null}
      </div>
    </>
  )
}

/**
 * What an open page does about reminders besides: it watches the time, goes where a tapped notification leads,
 * and sees at its start that the server can reach this phone. Shows nothing.
 */
function Watch() {
  const { key } = useLocation()
  const watch = useRef<ReturnType<typeof watchDoses>>()
  useEffect(() => {
    const started = watchDoses(showRinging)
    const stopWatchingUse = watchUse()
    const letGoDark = stayLit()
    watch.current = started
    void refreshForPerson().catch(() => undefined)
    return () => {
      started.stop()
      stopWatchingUse()
      letGoDark()
    }
  }, [])
  // A page that was just loaded may have brought what the phone did not know.
  useEffect(() => {
    showAbove()
    watch.current?.look()
  }, [key])
  useOpening()
  return null
}

/** A phone that is nobody's is not reminded: somebody may have just left it. */
async function refreshForPerson() {
  if ((await thisPhone().currentPerson()) !== null) await refreshThisPhone()
}

/** The worker asks this page to go where a notification leads. */
function useOpening() {
  const navigate = useNavigate()
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return
    const worker = navigator.serviceWorker
    const go = ({ data, ports }: MessageEvent<Partial<PageMessage> | null>) => {
      if (data?.type !== 'open' || typeof data.path !== 'string') return
      ports[0]?.postMessage('gone')
      navigate(data.path)
    }
    worker.addEventListener('message', go)
    return () => worker.removeEventListener('message', go)
  }, [navigate])
}
