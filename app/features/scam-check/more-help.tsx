import { LinkButton } from '~/ui/link-button'

/** Where to go from the check: after something has happened, and before anything does. */
export function MoreHelp() {
  return (
    <nav aria-label="더 보기" className="grid gap-3">
      <LinkButton to="/scam-check/after" variant="outlined" full icon="emergency">
        벌써 눌렀어요
      </LinkButton>
      <LinkButton to="/scam-check/now" variant="outlined" full icon="book">
        요즘 사기 보기
      </LinkButton>
      <LinkButton to="/scam-check/kept" variant="quiet" full>
        적어 둔 결과 보기
      </LinkButton>
    </nav>
  )
}
