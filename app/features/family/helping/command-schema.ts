import * as z from 'zod/mini'
import { helpedFactsSchema } from '~/features/medication/facts/fact-schema'

/** `help_with_medicines`: what a relative adds or changes for the senior of this link. Sent from its pages only. */
export const helpWithMedicinesSchema = z.object({ linkId: z.uuid(), facts: helpedFactsSchema })
export type HelpWithMedicines = z.infer<typeof helpWithMedicinesSchema>
