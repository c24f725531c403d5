import { useEffect, useRef, useState } from 'react'
import { isUnderWay, type Reading } from './pictures/use-reading'

/**
 * A tap on 살펴보기 while a picture is on its way: its words come first, then the tap counts. Where they do not come
 * it is forgotten, so that nothing else is judged in their place; the next one judges what stands in the field.
 */
export function usePictureFirst(reading: Reading, ask: () => void) {
  const [isAwaited, setAwaited] = useState(false)
  const asking = useRef(ask)
  useEffect(() => {
    asking.current = ask
  })
  const isOpen = isUnderWay(reading) || reading.step === 'asking'
  useEffect(() => {
    if (!isAwaited || isOpen) return
    setAwaited(false)
    if (reading.step === 'read' || reading.step === 'code') asking.current()
  }, [isAwaited, isOpen, reading.step])
  return { isAwaited, submit: () => (isOpen ? setAwaited(true) : ask()) }
}
