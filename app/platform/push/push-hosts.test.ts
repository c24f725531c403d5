import { describe, expect, it } from 'vitest'
import { isPushEndpoint } from './push-hosts'

describe('endpoints of push services', () => {
  it.each([
    'https://fcm.googleapis.com/fcm/send/abc',
    'https://fcm.googleapis.com/wp/abc',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://web.push.apple.com/abc',
    'https://api.push.apple.com/3/device/abc',
    'https://wns2-pn1p.notify.windows.com/w/?token=abc',
  ])('%s is one', (endpoint) => expect(isPushEndpoint(endpoint)).toBe(true))

  it.each([
    'http://fcm.googleapis.com/fcm/send/abc',
    'https://fcm.googleapis.com:8443/fcm/send/abc',
    'https://fcm.googleapis.com.example.org/abc',
    'https://fcm.googleapis.com@example.org/abc',
    'https://someone@fcm.googleapis.com/abc',
    'https://evilpush.apple.com/abc',
    'https://push.apple.com.example.org/abc',
    'https://127.0.0.1:9000/abc',
    'https://169.254.169.254/latest',
    'file:///etc/passwd',
    'no address',
    '',
  ])('%s is none', (endpoint) => expect(isPushEndpoint(endpoint)).toBe(false))

  it('a test names its own, with the port', () => {
    expect(isPushEndpoint('https://localhost:9000/a', ['localhost:9000'])).toBe(true)
    expect(isPushEndpoint('https://localhost:9001/a', ['localhost:9000'])).toBe(false)
    expect(isPushEndpoint('http://localhost:9000/a', ['localhost:9000'])).toBe(false)
  })
})
