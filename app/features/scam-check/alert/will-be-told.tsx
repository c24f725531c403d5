import { useEffect, useState } from 'react'
import { namesOf, type FamilyToShow } from './family-to-show'
import { readFamilyToShow, renewFamilyToShow } from './find-family-to-show'

/** Below the button, before anything is told: who will be told of a danger. Nothing where nobody will. */
export function WillBeTold() {
  const [told, setTold] = useState<FamilyToShow[]>([])
  useEffect(() => {
    const show = (family: FamilyToShow[] | null) =>
      family && setTold(family.filter((one) => one.told))
    void readFamilyToShow().then(show)
    void renewFamilyToShow().then(show)
  }, [])
  if (told.length === 0) return null
  return <p className="text-caption text-soft">위험하면 {namesOf(told)}께 까닭만 바로 알려요.</p>
}
