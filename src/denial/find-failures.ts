import { kindOfCode } from '../facts/situations/error-kinds'
import type { SituationId } from '../facts/situations/situations'
import { pascalCase } from '../text/letter-case'
import type { DenialSentence } from './denial-sentence'
import { statementOfKind } from './find-kinds'
import { isOfAwsByWords } from './names-of-aws'

/** A command of AWS's CLI that prints what is there. */
const COMMAND = /(?:^|[$#>❯]\s?|\n)aws\s[a-z][a-z\d-]{1,40}\s(?:get|describe|list|batch-get|search)-[a-z][^\n]{0,400}\n/

/** A field with one word for its value. */
const FIELD = /\b(?<field>[A-Za-z]{4,60})["']?\s?[:=]\s?["']?(?<code>[A-Z]\w{4,80}(?:\.\w{4,80})?)(?=["',}\s]|$)/dg

/** A field in which a service says why a thing of it failed, or what is to be done about it. */
const SAYS_WHY = /(?:[Ee]rror|[Ff]ailure|[Rr]eason|[Ss]tatus|Required)(?:Code|Reason)$|^StateReason$/

/** A word that is built as codes are, not one of English. */
const BUILT = /_|[a-z][A-Z]/

/** What is told by such a word alone: of other kinds the text says more. */
const TOLD_BY_CODE: ReadonlySet<SituationId> = new Set<SituationId>([
  'perhaps-denied',
  'role-not-accepted',
  'linked-role-missing',
  'key-not-usable',
  'kms-key-state',
  'quota',
  'no-capacity',
  'not-found',
])

/** A reason in capitals as services build their codes: `INVALID_KMS_KEY` as `InvalidKmsKey`. */
const asCode = (reason: string): string => (reason.includes('_') ? pascalCase(reason.toLowerCase().split('_')) : reason)

/** A code that speaks of a key, whatever it says of it. */
const OF_KEY = /Kms|KMS|EncryptionKey/

/** The kind of a failure, by the code that a service gives as its reason in a field. */
export function kindOfFailure(text: string, whole: string): DenialSentence | null {
  if (!isOfAwsByWords(text) && !COMMAND.test(whole)) return null
  for (const { groups, indices } of text.matchAll(FIELD)) {
    const { field = '', code: reason = '' } = groups ?? {}
    if (!SAYS_WHY.test(field) || !BUILT.test(reason)) continue
    const code = asCode(reason.replace(/^(?:Client|Server)\./, ''))
    const kind = OF_KEY.test(code) ? 'key-not-usable' : kindOfCode(code)
    const [start, end] = indices?.groups?.['code'] ?? [0, 0]
    if (kind !== null && TOLD_BY_CODE.has(kind)) return statementOfKind(kind, start, end)
  }
  return null
}

/** That something printed has failed, or is not as it should be. */
const HAS_FAILED =
  /"\w{0,40}(?:[Ss]tatus|[Ss]tate)"\s?:\s?"(?:[A-Za-z]{1,20}[_-]){0,4}(?:FAILED|[Ff]ailed|FAILURE|ERROR|[Ee]rror|CRITICAL|DEGRADED|UNHEALTHY|IMPAIRED|INACCESSIBLE|SUSPENDED|REJECTED)(?:[_-][A-Za-z]{1,20}){0,4}"/

/** The words in which it is said why. */
const WHY =
  /"(?:\w{0,40}(?:[Ee]rror|[Ff]ailure|[Ss]tatus|[Ss]tate)(?:Message|Reason|Details?|Description)|[Ff]ailureInfo|[Rr]eason|[Mm]essage|[Dd]etails)"\s?:\s?"(?<words>[^"\n]{10,180})"/

/** Something that a command printed has failed; the command itself was let through. */
export function printedFailure(text: string, whole: string): DenialSentence | null {
  if (!COMMAND.test(whole) || /\ban?\serror\soccurred\b/i.test(text)) return null
  const failed = HAS_FAILED.exec(text)
  if (failed === null) return null
  const words = WHY.exec(text)?.groups?.['words']
  return {
    ...statementOfKind('printed-failure', failed.index, failed.index + failed[0].length),
    ...(words !== undefined && { named: { saidWords: words } }),
  }
}
