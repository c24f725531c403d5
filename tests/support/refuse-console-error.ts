import { afterEach, beforeEach, expect, vi } from 'vitest'

// React and the libraries complain through console.error: a complaint is a failed test.
beforeEach(() => {
  vi.spyOn(console, 'error')
})
afterEach(() => {
  expect(console.error).not.toHaveBeenCalled()
  vi.mocked(console.error).mockRestore()
})
