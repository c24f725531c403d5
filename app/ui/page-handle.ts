/** What a page tells the frame around it, as the route's `handle`. */
export interface PageHandle {
  /** One step up; without it the app's sign stands in the header. */
  back?: { to: string; label: string }
}
