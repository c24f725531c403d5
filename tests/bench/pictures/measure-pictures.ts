import { openBrowser } from '../../e2e/support/browser'
import { addressIn, picturedMessages } from '../../e2e/support/pictured-messages'
import { pictureMessage } from '../../e2e/support/picture-messages'
import { fetchReader, openReader, readPicture } from '../../e2e/support/read-picture'
import { startServer } from '../../e2e/support/server'
import { countBytes } from '../phone/observe-page'
import { row, type Row } from '../row'
import { median, percentile } from '../statistics'
import { letterErrorRate, withoutBlanks } from './letters-wrong'

const mib = 1024 * 1024
const figure = (name: string, value: number, unit: string, goal: number | null = null) =>
  row('pictures', name, value, unit, goal)

/**
 * Reading twenty screenshots, from the choice of a picture to its words. The processor is not slowed: the
 * browser can slow the page only, and the reading is done beside it.
 */
export async function measurePictures(): Promise<Row[]> {
  const server = await startServer()
  const browser = await openBrowser()
  try {
    const pictures: Buffer[] = []
    for (const message of picturedMessages) pictures.push(await pictureMessage(browser, message))
    const context = await browser.newContext({ baseURL: server.url, serviceWorkers: 'block' })
    const page = await context.newPage()
    await openReader(page)
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    const bytes = countBytes(session)
    const fetching = await fetchReader(page, pictures[0]!)
    await context.close()
    return [
      figure('the reader over the network', bytes.total() / mib, 'MiB', 6),
      figure('the reader is there, from this machine', fetching / 1000, 's'),
      ...(await measureReading(browser, server.url, pictures)),
    ]
  } finally {
    await browser.close()
    await server.stop()
  }
}

async function measureReading(
  browser: Awaited<ReturnType<typeof openBrowser>>,
  url: string,
  pictures: Buffer[],
): Promise<Row[]> {
  const context = await browser.newContext({ baseURL: url })
  const page = await context.newPage()
  await openReader(page)
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active)
  await fetchReader(page, pictures[0]!)
  const seconds: number[] = []
  const wrong: number[] = []
  const addresses: boolean[] = []
  for (const [at, message] of picturedMessages.entries()) {
    const { text, ms } = await readPicture(page, pictures[at]!)
    seconds.push(ms / 1000)
    wrong.push(100 * letterErrorRate(`${message.sender} ${message.text} ${message.time}`, text))
    const address = addressIn(message)
    if (address) addresses.push(withoutBlanks(text).includes(address))
  }
  return [
    figure('one picture, median', median(seconds), 's'),
    figure('one picture, p95', percentile(seconds, 0.95), 's'),
    figure(
      'letters wrong, mean of 20',
      wrong.reduce((sum, one) => sum + one, 0) / wrong.length,
      '%',
    ),
    figure('letters wrong, median', median(wrong), '%'),
    figure('letters wrong, worst', Math.max(...wrong), '%'),
    figure(
      `addresses not exact, of ${addresses.length}`,
      addresses.filter((one) => !one).length,
      '',
    ),
  ]
}
