import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import {
  useActionData,
  useLoaderData,
  useParams,
  type ClientLoaderFunctionArgs,
} from '@remix-run/react'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { addCommand } from '~/commands/add-command'
import { applyNow } from '~/commands/apply-now.server'
import { keptOr } from '~/offline/kept-or'
import { thisPhone } from '~/offline/this-phone'
import { warmShells } from '~/offline/warm-shells'
import { appError } from '~/platform/http/app-errors'
import { isShellRequest } from '~/platform/http/shell.server'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import type { PageHandle } from '~/ui/page-handle'
import { PageHead } from '~/ui/page-head'
import { StatusLine } from '~/ui/status-line'
import { keepMedication, readMedication, type MedicationRoute } from '../facts/load-kept-medication'
import { loadMedication } from '../facts/load-medication.server'
import { photoOf, photoPage, removePhotos, replacePhotos } from '../photos/course-photos'
import { forgetPhoto } from '../photos/kept-photos'
import { PhotoField } from '../photos/photo-field'
import { photoAddress } from '../photos/photo-limits'
import { photoAlt, PhotoPicture } from '../photos/photo-picture'
import { PhotoRemoval } from '../photos/photo-removal'
import { usePhoto } from '../photos/use-photo'
import { useMedication } from '../facts/use-medication'
import { refusedPage } from '../facts/why-not-kept.server'

export const meta: MetaFunction = () => [{ title: `${photoAlt} · 곁에` }]
export const handle: PageHandle = { back: { to: '/medication/courses', label: '내 약' } }

const wanted = { back: 0, stock: false }
type PhotoPage = MedicationRoute & { commandId: string }

export async function loader({ context, request }: LoaderFunctionArgs) {
  if (isShellRequest(request)) return { shell: true as const }
  const page = await loadMedication(context, wanted)
  return { shell: false as const, ...page, commandId: newId() }
}

export function clientLoader({ serverLoader, params }: ClientLoaderFunctionArgs) {
  return keptOr<PhotoPage>(() => serverLoader<typeof loader>(), {
    fromStore: async (store) => {
      const page = await readMedication(store, wanted)
      return page && { shell: false as const, ...page, commandId: newId() }
    },
    keep: async (store, page, askedMs) => {
      await keepMedication(store, page, askedMs)
      await warmShells([photoPage(params.courseId ?? '')])
    },
  })
}
clientLoader.hydrate = true as const

/** Without JavaScript: 「사진 빼기」 asks first, then takes the picture back. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  if (!context.session.viewer) throw appError('needs_sign_in')
  const form = await request.formData()
  if (form.get('step') !== 'remove') return { asking: true }
  const courseId = params.courseId ?? ''
  const { facts } = await loadMedication(context, wanted)
  const id = String(form.get('commandId'))
  const payload = removePhotos(facts, courseId, newId)
  if (payload.retractions?.length) {
    const applied = await applyNow(context, { id, type: 'record_facts', payload })
    if (applied.status === 'refused') throw refusedPage(applied.reason)
  }
  return redirect(photoPage(courseId), 303)
}

export default function CoursePhotoRoute() {
  const page = useLoaderData<typeof loader>()
  return page.shell ? <PageHead title={photoAlt} /> : <OpenPhoto page={page} />
}

function OpenPhoto({ page }: { page: PhotoPage }) {
  const { facts, consent } = useMedication(page)
  const { courseId = '' } = useParams()
  const asked = useActionData<typeof action>()?.asking ?? false
  const [done, setDone] = useState<string>()
  const course = facts.courses.find(({ id }) => id === courseId)
  const photo = photoOf(facts, courseId)
  if (!course) return <UnknownCourse />

  /** Done once it is written on the phone. */
  function write(written: ReturnType<typeof replacePhotos>, said?: string) {
    void addCommand('record_facts', written, () => {
      setDone(said)
      void forgetOnPhone(written.retractions ?? [])
    })
  }
  return (
    <div className="grid gap-6">
      <PageHead eyebrow={course.label} title={photoAlt} />
      {photo ? (
        <OfPhoto key={photo.id} photoId={photo.id} />
      ) : (
        <EmptyState title="아직 사진이 없어요">나중에 넣어도 돼요.</EmptyState>
      )}
      {consent?.given ? (
        <PhotoField
          legend={photo ? '새 사진으로 바꾸기' : '사진 넣기'}
          takeWord={photo ? '다시 찍기' : '사진 찍기'}
          said={done}
          shownElsewhere
          onPhoto={(photoId) => write(replacePhotos(facts, courseId, photoId, newId))}
        />
      ) : (
        <>
          <StatusLine text={done} />
          <p className="text-body">건강 정보에 동의하시면 사진을 넣을 수 있어요.</p>
        </>
      )}
      {photo ? (
        <PhotoRemoval
          key={`without ${photo.id}`}
          commandId={page.commandId}
          asked={asked}
          onRemove={() => write(removePhotos(facts, courseId, newId), '사진을 뺐어요.')}
        />
      ) : null}
    </div>
  )
}

function OfPhoto({ photoId }: { photoId: string }) {
  return <PhotoPicture view={usePhoto(photoId)} address={photoAddress(photoId)} />
}

function UnknownCourse() {
  return (
    <div className="grid gap-6">
      <PageHead title="약을 찾지 못했어요" lead="지워졌거나 다른 분의 약일 수 있어요." />
      <LinkButton to="/medication" variant="outlined" full>
        약으로 가기
      </LinkButton>
    </div>
  )
}

async function forgetOnPhone(retractions: readonly { factId: string }[]) {
  const store = await thisPhone().openStore()
  for (const { factId } of retractions) await forgetPhoto(store, factId)
}
