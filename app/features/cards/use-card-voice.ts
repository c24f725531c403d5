import { useEffect, useMemo } from 'react'
import { useLook } from '~/features/look/use-look'
import { useReadAloud } from '~/ui/use-read-aloud'
import type { AnsweredCard } from './answered-card'
import type { Card } from './card'
import { spokenBlocks, spokenQuiz } from './spoken-blocks'

/** 들어 보기: everything that stands on the page of a card, the quiz as it stands included, sentence by sentence. */
export function useCardVoice(card: Card, answered: AnsweredCard | undefined) {
  const [look] = useLook()
  const blocks = useMemo(() => spokenBlocks(card), [card])
  const sentences = useMemo(
    () => [...blocks.sentences, ...spokenQuiz(card.quiz, answered)],
    [blocks, card, answered],
  )
  const { state, current, start, stop } = useReadAloud(sentences, look.speechRate)
  // Whoever answers while it reads would hear answers that are no longer there.
  const chosen = answered?.answer
  useEffect(() => stop, [chosen, stop])
  const inQuiz = current - blocks.sentences.length
  return {
    blocks,
    voice: { state, start, stop },
    /** Indices of the sentence being read, below 0 when it is elsewhere. */
    inText: inQuiz < 0 ? current : -1,
    inQuiz: inQuiz < 0 ? -1 : inQuiz,
  }
}
