import { firstInPath, parseArn } from '../iam/arn'
import { isPermissionSetRole, parsePrincipal } from '../iam/principal'
import { quoted } from '../text/quoted'
import { writtenSentences } from '../text/told-contrast'
import type { Observation } from './knowledge'
import type { AboutRequest } from './about-request'
import { toldAllow } from './told-allows'
import { SHOWN_FACTS, type ShownFact, type ShownFactId } from './shown-facts'

/** A fact that the text shows, with its words there. */
export interface ShownHere {
  readonly id: ShownFactId
  readonly text: string
}

const ROWS = Object.entries(SHOWN_FACTS) as readonly (readonly [ShownFactId, ShownFact])[]

/** Of a text that says both, neither is known. */
const OPPOSED: readonly (readonly [ShownFactId, ShownFactId])[] = [
  ['same-account', 'across-accounts'],
  ['caller-allows-all', 'works-as-admin'],
]

/** What turns the words behind it around: that it is not so, only wanted, or tried by somebody else. */
const TURNED =
  /(?:\b(?:no|not|never|without|need(?:s|ed)?|wants?|require[sd]?|if|unless|whether|only|instead of|other than|except|for|should|must|could|can|cannot|may|might|give|giving|grant|granting|sure|verify|ensure|check)|n['’]t|\bworks? (?:with|as|when)\b.{0,20})\s(?:\w+\s){0,3}$/i

/** What nobody is sure of: it is no fact. */
const HEDGED =
  /\b(?:I|we)\s(?:think|guess|believe|assume|suppose)\b|\b(?:maybe|perhaps|probably|presumably|supposedly|afaik|not\ssure|might\shave|says?\sthat\sif)\b/i

const FIRST_PERSON = /\b(?:I|I['’]m|[Ww]e|my|our|me|(?:My|Our)(?!\s(?:\w{1,20}\s)?role\b))\b/
const NAMED = /\b(?:user|role|profile)\s["'`]?([\w+=,.@-]{2,64})/gi
const NO_NAME =
  /^(?:has|have|had|is|was|with|and|that|which|also|itself|policy|policies|already|attached|even|still|in|of|for|to|the|on|via|using|from)$/i

/** What shows that a program called with a role of its own, and not who writes. */
const BY_A_PROGRAM =
  /\b(?:lambda|\/var\/task|tasks?|execution role|instance profile|pods?|service account|glue|codebuild|codepipeline|pipeline|github actions|runner|jenkins|step functions?|sagemaker|batch job|crawler)\b/i

/** Is it said of this caller? Who writes is no role that a service took; and another who is named is another. */
function isOfThisCaller(sentence: string, { principal }: AboutRequest, text: string): boolean {
  const caller = parsePrincipal(principal)
  if (caller === null) return !(FIRST_PERSON.test(sentence) && BY_A_PROGRAM.test(text))
  const isPerson = caller.kind === 'user' || caller.kind === 'root' || isPermissionSetRole(caller.name)
  if (!isPerson && FIRST_PERSON.test(sentence)) return false
  const named = [...sentence.matchAll(NAMED)]
    .map(([, name]) => name!.replace(/[.,]$/, ''))
    .filter((name) => !NO_NAME.test(name))
  return named.every((name) => name.toLowerCase() === caller.name.toLowerCase())
}

const MOST_READ = 20_000
/** Most characters of a quotation. */
const QUOTED = 120

/** What begins a line of code or of a document: what stands behind a prompt or the mark of a comment can be said of people. */
const OF_PROGRAM = /^\s{0,20}["{}[\]]/

/** Does another name the same thing in AWS's own words? What AWS says is read elsewhere. */
const OF_AWS = /\bis not authorized to perform\b|\bwith an explicit deny\b|\bbecause no [a-z -]{5,40} allows\b/

const saidIn = (row: ShownFact, text: string, sentences: readonly string[], about: AboutRequest): string | null => {
  const { said } = row
  if (said === undefined) return null
  for (const sentence of sentences) {
    const found = typeof said === 'function' ? said(sentence, about) : said.exec(sentence)
    if (found === null || (row.isOfCaller === true && !isOfThisCaller(sentence, about, text))) continue
    const before = sentence.slice(0, found.index)
    if (TURNED.test(before) || (row.isOfCaller === true && HEDGED.test(sentence))) continue
    return sentence
  }
  return null
}

const foundOf = (row: ShownFact, text: string, sentences: readonly string[], about: AboutRequest): string | null =>
  row.unless?.(text) === true ? null : (row.printed?.(text, about)?.[0] ?? saidIn(row, text, sentences, about))

/** A bucket that a line names, by its address or an option. */
const BUCKET_NAMED = /\bs3[an]?:\/\/([a-z\d][a-z\d.-]{1,61}[a-z\d])|--bucket[ =]["']?([a-z\d][a-z\d.-]{1,61}[a-z\d])/g

const OTHER_BUCKET = /\b(?:old|older|other|another|previous|legacy|former|second)\sbuckets?\b/i

/** What begins something new behind what a command printed. */
const NEXT = /^\s{0,8}(?:$|[$#%>]\s|\w{1,30}@)/

/** A text without the lines that tell of other buckets than one, and without what the commands in them printed. */
function ofBucket(text: string, bucket: string): string {
  let isOther = false
  const lines = text.split('\n').map((line) => {
    const named = [...line.matchAll(BUCKET_NAMED)].map(([, address, option]) => address ?? option)
    if (named.length > 0) isOther = !named.includes(bucket)
    else if (NEXT.test(line)) isOther = false
    return isOther || (named.length === 0 && OTHER_BUCKET.test(line)) ? '' : line
  })
  return lines.join('\n')
}

/** The bucket that a request is about; empty where it is about none. */
const bucketOf = ({ resource }: AboutRequest): string => {
  const arn = parseArn(resource)
  return arn?.service === 's3' ? firstInPath(arn.resource) : ''
}

/** The sentences that people state. */
const statedIn = (text: string) => writtenSentences(text, OF_PROGRAM).filter((one) => !OF_AWS.test(one))

/** Who writes, or a user: no role; and the role of a task, which the program in it has and not the service that starts it. */
const NO_ROLE = /\b(?:I|my|users?)\b|\btask\s(?:IAM\s)?role\b/i

/** That a text says of a role that it holds each of some actions; null where it doesn't say so of all. */
export function toldToHold(text: string, actions: readonly string[]): ShownHere | null {
  const sentences = statedIn(text.slice(0, MOST_READ)).filter((one) => !NO_ROLE.test(one) && !HEDGED.test(one))
  const holds = (sentence: string, action: string): boolean => {
    const about = { principal: '', action, resource: '' }
    const found = toldAllow(sentence, about)
    return found !== null && !TURNED.test(sentence.slice(0, found.index))
  }
  const told = actions.map((action) => sentences.find((one) => holds(one, action)))
  const [first] = told
  return first === undefined || told.includes(undefined)
    ? null
    : { id: 'role-allows-these', text: quoted(first.replace(/[.,:;]{1,3}$/, ''), QUOTED) }
}

/** What a text shows of a request beside its error: each fact once, with its words. */
export function shownIn(whole: string, about: AboutRequest): readonly ShownHere[] {
  const text = whole.slice(0, MOST_READ)
  if (text === '') return []
  const sentences = statedIn(text)
  const bucket = bucketOf(about)
  const own = bucket === '' ? text : ofBucket(text, bucket)
  const ownSentences = own === text ? sentences : statedIn(own)
  const found = ROWS.flatMap(([id, row]): readonly ShownHere[] => {
    const words =
      row.isOfBucket === true ? foundOf(row, own, ownSentences, about) : foundOf(row, text, sentences, about)
    return words === null ? [] : [{ id, text: quoted(words.trim().replace(/[.,:;]{1,3}$/, ''), QUOTED) }]
  })
  const ids = new Set(found.map(({ id }) => id))
  const isOpposed = (id: ShownFactId) => OPPOSED.some((pair) => pair.includes(id) && pair.every((one) => ids.has(one)))
  return found.filter(({ id }) => !isOpposed(id))
}

const SHOWN = new WeakMap<Observation, readonly ShownHere[]>()

/** The same of what was observed, looked for once for all rows that ask. */
export function shownBy(seen: Observation): readonly ShownHere[] {
  const { text, principal, action, resource } = seen
  const about = { principal: principal ?? '', action: action ?? '', resource: resource ?? '' }
  let shown = SHOWN.get(seen)
  if (shown === undefined) SHOWN.set(seen, (shown = shownIn(text, about)))
  return shown
}
