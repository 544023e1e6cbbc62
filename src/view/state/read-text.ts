import type { Draft } from '../../draft/draft'
import { readPasteWith, type PasteReading, type ReadingHelp } from '../../draft/paste/read-paste-with'
import type { FindPolicies, PolicyReaders } from '../../policy/policy-readers'
import { lacksPart } from '../../text/lacks'
import { LATE_PARTS } from './late-parts'

/** Says what a text holds, with what finds policies where it may hold one. */
export async function readText(
  text: string,
  readers: PolicyReaders | undefined,
  memory: Pick<ReadingHelp, 'denialsOf' | 'undress'> | null,
): Promise<PasteReading> {
  const help = { ...memory, readers }
  const reading = readPasteWith(text, help)
  return lacksPart(reading) ? readPasteWith(text, { ...help, policies: await LATE_PARTS.policies() }) : reading
}

/** What a file holds, its one policy called as the file is. */
export const withNameOfFile = async (reading: PasteReading, file: string): Promise<PasteReading> =>
  reading.policies.length === 1 ? (await import('../../draft/paste/call-by-file')).callByFile(reading, file) : reading

/** What a new error has the policy of the resource looked at again with; null where a draft has none. */
export const finderFor = async ({ layers }: Draft): Promise<FindPolicies | null> =>
  layers.resource.state === 'given' ? (await LATE_PARTS.policies()).findPolicies : null
