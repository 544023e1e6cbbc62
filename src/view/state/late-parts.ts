import type { WholeParts } from '../../explanation/whole-parts'
import type { SituationAnswers, SituationArea } from '../../facts/situations/situations'
import type { LatePart } from '../../text/lacks'

type Loads = { readonly [Part in LatePart]: () => Promise<WholeParts[Part]> }

/** The parts of an answer that a bare error can do without, by the name that asks for them. */
export const LATE_PARTS: Loads = {
  given: async () => (await import('../../explanation/late-given')).GIVEN_PART,
  policies: async () => (await import('./policy-finder')).POLICY_PART,
  rows: async () => (await import('../../explanation/late-rows')).ROW_MESSAGES,
  telling: async () => (await import('../../explanation/late-telling')).TELLING,
}

/** What is said of the situations of an area: more than all that recognises them, and an error is of one. */
export type LoadSituations = Readonly<Record<SituationArea, () => Promise<SituationAnswers>>>

/** The same, fetched. */
export const LOAD_SITUATIONS: LoadSituations = {
  devices: async () => (await import('../../facts/situations/answers/devices')).DEVICES_ANSWERS,
  learning: async () => (await import('../../facts/situations/answers/learning')).LEARNING_ANSWERS,
  oversight: async () => (await import('../../facts/situations/answers/oversight')).OVERSIGHT_ANSWERS,
  platforms: async () => (await import('../../facts/situations/answers/platforms')).PLATFORMS_ANSWERS,
  databases: async () => (await import('../../facts/situations/answers/databases')).DATABASES_ANSWERS,
  storage: async () => (await import('../../facts/situations/answers/storage')).STORAGE_ANSWERS,
  keys: async () => (await import('../../facts/situations/answers/keys')).KEYS_ANSWERS,
  compute: async () => (await import('../../facts/situations/answers/compute')).COMPUTE_ANSWERS,
  applications: async () => (await import('../../facts/situations/answers/applications')).APPLICATIONS_ANSWERS,
  data: async () => (await import('../../facts/situations/answers/data')).DATA_ANSWERS,
  delivery: async () => (await import('../../facts/situations/answers/delivery')).DELIVERY_ANSWERS,
  accounts: async () => (await import('../../facts/situations/answers/accounts')).ACCOUNTS_ANSWERS,
  others: async () => (await import('../../facts/situations/answers/others')).OTHERS_ANSWERS,
  operations: async () => (await import('../../facts/situations/answers/operations')).OPERATIONS_ANSWERS,
  sending: async () => (await import('../../facts/situations/answers/sending')).SENDING_ANSWERS,
  programs: async () => (await import('../../facts/situations/answers/programs')).PROGRAMS_ANSWERS,
  stores: async () => (await import('../../facts/situations/answers/stores')).STORES_ANSWERS,
  general: async () => (await import('../../facts/situations/answers/general')).GENERAL_ANSWERS,
  kinds: async () => (await import('../../facts/situations/answers/kinds')).KINDS_ANSWERS,
}

/** Fetches all of them ahead; who needs one asks again. */
export function fetchLateParts(): void {
  for (const load of [...Object.values(LATE_PARTS), ...Object.values(LOAD_SITUATIONS)])
    void load().catch(() => undefined)
}
