/**
 * What an address shows that cannot be opened without a network: the kept page of `/offline` as plain text
 * and links. Without its scripts, since these would load the page anew under its own address.
 */
export async function offlineDocument(shell: Response | undefined): Promise<Response> {
  if (!shell) return new Response(lastResort, { status: 503, headers: lastResortHeaders })
  return new Response(withoutScripts(await shell.text()), { status: 503, headers: shell.headers })
}

/** Drops scripts of the application; the small one that sets the person's look stays. */
export function withoutScripts(html: string): string {
  return html
    .replace(/<link[^>]*\brel="modulepreload"[^>]*>/g, '')
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, (script) =>
      /\btype="module"|\bsrc=|__remix|window\.__/.test(script) ? '' : script,
    )
}

const lastResortHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'",
}

const lastResort = `<!doctype html>
<html lang="ko">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="format-detection" content="telephone=no">
<title>인터넷이 없어요 · 곁에</title>
<h1>인터넷이 없어요</h1>
<p>이 쪽은 인터넷이 있어야 볼 수 있어요.</p>
<p>와이파이나 데이터를 켜고 다시 열어 주세요.</p>
<p><a href="/">오늘로 가기</a></p>
</html>`
