/** What the first page shows of the family, as one part that whoever has none does not fetch. */
export { FamilyNews } from './family-news'
export { LadderNotices } from './ladder/ladder-notices'
