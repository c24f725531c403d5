/** Drawn by the rules of the cards' drawings (docs/writing-cards.md). */
export interface InstallDrawing {
  alt: string
  svg: string
}

const draw = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 160">${inside}</svg>`

/** The lower half of a phone: the page, and the browser's bar under it. */
const lowerHalf =
  '<path class="paper" d="M52 0v134c0 11 8 20 20 20h112c12 0 20-9 20-20V0z"/>' +
  '<path class="tint" d="M62 0v92h132V0z"/>' +
  '<line class="ink" x1="108" y1="146" x2="148" y2="146"/>'

/** The upper half: the browser's bar, and the page under it. */
const upperHalf =
  '<path class="paper" d="M52 160V26c0-11 8-20 20-20h112c12 0 20 9 20 20v134z"/>' +
  '<path class="tint" d="M62 160V62h132v98z"/>' +
  '<rect class="paper" x="64" y="28" width="92" height="24" rx="12"/>'

const share =
  '<path class="ink" d="M120 110h-6v24h28v-24h-6" />' +
  '<path class="ink" d="M128 126V98M120 106l8-8 8 8"/>'

const plusInSquare =
  '<rect class="ink" x="172" y="0" width="24" height="24" rx="6"/>' +
  '<path class="ink" d="M184 6v12M178 12h12"/>'

/** A list as it opens over the page, its second row marked. */
const list = (icon: string) =>
  '<rect class="paper" x="24" y="8" width="208" height="144" rx="16"/>' +
  '<line class="ink" x1="44" y1="34" x2="132" y2="34"/>' +
  '<rect class="mark" x="32" y="54" width="192" height="52" rx="12"/>' +
  '<text class="word" x="42" y="88" font-size="22">홈 화면에 추가</text>' +
  `<g transform="translate(20 68)">${icon}</g>` +
  '<line class="ink" x1="44" y1="128" x2="112" y2="128"/>'

export const installDrawings = {
  ios: [
    {
      alt: '화면 맨 아래 가운데에 네모에서 화살표가 위로 나오는 그림이 있어요.',
      svg: draw(`${lowerHalf}<circle class="mark" cx="128" cy="117" r="25"/>${share}`),
    },
    {
      alt: "열린 목록에 '홈 화면에 추가'라는 줄이 있어요.",
      svg: draw(list(plusInSquare)),
    },
  ],
  android: [
    {
      alt: '화면 맨 위 오른쪽에 점 세 개가 위아래로 있어요.',
      svg: draw(
        `${upperHalf}<circle class="mark" cx="180" cy="40" r="22"/>` +
          [30, 40, 50]
            .map((y) => `<circle class="solid-ink" cx="180" cy="${y}" r="3.5"/>`)
            .join(''),
      ),
    },
    {
      alt: "열린 목록에 '홈 화면에 추가'라는 줄이 있어요.",
      svg: draw(list('')),
    },
  ],
} satisfies Record<'ios' | 'android', [InstallDrawing, InstallDrawing]>
