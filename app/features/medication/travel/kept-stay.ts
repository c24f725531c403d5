import { sealed, type KeptShape } from '~/offline/store/kept-shape'

/** 「그대로 두기」: in this zone of the phone the medicines go on by that one. Never sent. */
export interface Stay {
  phoneZone: string
  zone: string
}

export const keptStay: KeptShape<Stay> = {
  name: 'travel-stay',
  v: 1,
  schema: sealed((value) => 'phoneZone' in value && 'zone' in value),
}
