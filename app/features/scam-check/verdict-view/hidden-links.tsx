import { WhereItLeads } from '../expand-link/where-it-leads'
import type { Checked } from '../checked'

/** At most so many are asked about: a message with more of them is judged by that alone. */
const most = 3

/** Shortened links, of which only the network knows where they lead; asked for one by one. */
export function HiddenLinks({ text, verdict }: Checked) {
  const hidden = verdict.links.filter(({ findings }) => findings.includes('shortened'))
  if (hidden.length === 0) return null
  return (
    <div className="needs-script grid gap-4">
      {hidden.slice(0, most).map(({ span: [from, to] }) => (
        <WhereItLeads key={from} link={text.slice(from, to)} />
      ))}
    </div>
  )
}
