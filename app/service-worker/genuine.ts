/**
 * True for an answer of this app. Every document of ours carries a nonce policy; a hotel's sign-in page
 * under our address does not. Redirects and downloads are left to the browser.
 */
export function isGenuine(response: Response): boolean {
  if (response.type === 'opaqueredirect') return true
  if (!isHtml(response)) return true
  return response.headers.get('content-security-policy')?.includes("'nonce-") ?? false
}

export function isHtml(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('text/html') ?? false
}
