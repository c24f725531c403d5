import { useState } from 'react'
import { WhereItLeads } from '~/features/scam-check/expand-link/where-it-leads'
import { ReadPicture } from '~/features/scam-check/pictures/read-picture'
import { ScanQr } from '~/features/scam-check/pictures/scan-qr'
import { useReading } from '~/features/scam-check/pictures/use-reading'
import { Chapter, Sample } from '~/ui/gallery/sample'
import { TextArea } from '~/ui/text-area'

export function PictureSamples() {
  const [text, setText] = useState('')
  const reader = useReading({ onText: setText })
  return (
    <Chapter id="pictures" title="사진과 링크">
      <Sample name="사진에서 글자 읽기">
        <ReadPicture reader={reader} />
      </Sample>
      <Sample name="QR 읽기">
        <ScanQr onText={setText} />
      </Sample>
      <Sample name="읽은 글">
        <TextArea
          name="read-text"
          label="읽은 글"
          hint="틀린 글자를 고칠 수 있어요."
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Sample>
      <Sample name="링크가 어디로 가는지">
        <WhereItLeads link="https://me2.kr/abcde" />
      </Sample>
    </Chapter>
  )
}
