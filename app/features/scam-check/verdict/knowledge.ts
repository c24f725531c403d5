import * as z from 'zod/mini'

const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))
const host = z.string().check(z.regex(/^[a-z0-9.-]+$/))

/** The lists of `content/scam/lists.json`. Hosts are in lower case, without `www.`. */
export const listsSchema = z.object({
  version: z.string(),
  /** The day on which a person last went through the lists. */
  checkedOn: day,
  /** Registrable domains, and single hosts where only the host is an office's. */
  officialSites: z.array(
    z.object({
      owner: z.string(),
      hosts: z.array(host),
      /** How messages name the owner, without blanks, in lower case. Other addresses under this name are suspect. */
      calledBy: z.array(z.string()),
    }),
  ),
  /** Suffixes under which only the state or schools can register, and who that is. */
  officialSuffixes: z.array(z.object({ suffix: host, owner: z.string() })),
  /** Parts of a host that only an imitation has: `hometax` in `hometax-refund.com`. */
  imitatedNames: z.array(z.object({ name: host, owner: z.string() })),
  shorteners: z.array(host),
  openChats: z.array(host),
  /** Hosts on which anyone may put a page: under an official domain, yet no proof of anything. */
  freeHosts: z.array(host),
  suspiciousEndings: z.array(host),
  officialNumbers: z.array(
    z.object({ office: z.string(), digits: z.string().check(z.regex(/^\d{3,12}$/)) }),
  ),
})
export type Lists = z.infer<typeof listsSchema>

const weightsSchema = z.object({
  /** One signed byte per hashed feature, in base64; the length is a power of two. */
  bytes: z.string(),
  /** What a byte of 1 is worth, in logits. */
  step: z.number(),
  bias: z.number(),
})

/** The trained model of `content/scam/model.json`, written by `npm run scam:train`. */
export const modelSchema = z.object({
  version: z.string(),
  message: weightsSchema,
  call: weightsSchema,
})

export interface Weights {
  bytes: Int8Array
  step: number
  bias: number
}

/** All that a verdict rests on besides the rules in the code. */
export interface Knowledge {
  version: string
  modelVersion: string
  /** `YYYY-MM-DD`, of the lists. */
  checkedOn: string
  lists: Lists
  message: Weights
  call: Weights
}

/** Knowledge out of the two files, or out of what was kept or sent of them; throws a `ZodError` if it does not fit. */
export function readKnowledge(lists: unknown, model: unknown): Knowledge {
  const [known, trained] = [listsSchema.parse(lists), modelSchema.parse(model)]
  return {
    version: `${known.version}+${trained.version}`,
    modelVersion: trained.version,
    checkedOn: known.checkedOn,
    lists: known,
    message: unpack(trained.message),
    call: unpack(trained.call),
  }
}

function unpack({ bytes, step, bias }: z.infer<typeof weightsSchema>): Weights {
  const packed = atob(bytes)
  if (packed.length === 0 || (packed.length & (packed.length - 1)) !== 0)
    throw new Error('the number of weights is no power of two')
  return { bytes: Int8Array.from(packed, (one) => one.charCodeAt(0)), step, bias }
}
