import { setFlagsFromString } from 'node:v8'

/**
 * The embedded PostgreSQL as it is compiled at first, without a second, better compilation of its parts: that pays after
 * minutes, and costs a process of a test more than it is given back. A Node that does not know the flag ignores it.
 */
setFlagsFromString('--liftoff-only')
