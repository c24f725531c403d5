import { TabBar, type Tab } from '../tab-bar'
import { Chapter, Sample } from './sample'

const tabs: readonly Tab[] = [
  { to: '/', label: '오늘', icon: 'today' },
  { to: '#frame', label: '약', icon: 'pill' },
  { to: '/learn', label: '배움', icon: 'learn', also: ['/dev/ui'] },
  { to: '#frame', label: '가족', icon: 'family' },
]

export function ShellSamples() {
  return (
    <Chapter id="frame" title="틀">
      <Sample name="네 자리가 되었을 때의 차림표">
        <TabBar tabs={tabs} label="차림표 보기" />
      </Sample>
    </Chapter>
  )
}
