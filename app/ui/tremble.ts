/** How long after a tap the next may be the same finger trembling: it falls on what has just taken the button's place. */
export const trembleMs = 600
