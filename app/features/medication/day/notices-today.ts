/** What the first page asks and tells of medicines below its cards, as one part that comes after them. */
export { ChangesByOthers } from '../changes/changes-by-others'
export { TravelQuestion } from '../travel/travel-question'
export { RunOutNotice } from '../visits/run-out-notice'
