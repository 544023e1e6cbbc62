import { PROBLEM_MESSAGES } from '../../policy/problem-messages'
import { arnsOfKind } from '../../iam/arn-in-text'
import { bucketOfArn } from '../../iam/arn'
import { nameOfAction, serviceOfAction } from '../../iam/action'
import { CONDITION_OPERATORS } from '../../iam/condition-operators'
import { documentCall, TRUST_DOCUMENT, VALIDATED_AS, type DocumentCall } from '../../facts/document-calls'
import { policiesOfLayer } from '../../case/layer-policies'
import { checkPolicy } from '../../policy/checks/check-policy'
import { CHECK_MESSAGES } from '../../policy/checks/check-messages'
import { findPolicies } from '../../policy/find-policies'
import { parsePolicy } from '../../policy/parse-policy'
import type { Policy } from '../../policy/policy'
import { documentRow } from '../../policy/policy-documents'
import { didYouMean } from '../../reference/did-you-mean'
import { NO_REFERENCE, type Reference } from '../../reference/reference'
import { textOfCode } from '../../text/message-text'
import { message, messageIfKnown } from '../../text/message'
import { TRUST_POLICY_ACTIONS } from '../../iam/trust-actions'
import { onlyOne } from '../../text/only-one'
import { own } from '../../text/own'
import { say, type Phrase } from '../../text/phrase'
import type { Span } from '../../text/span'
import { DOCUMENT_MISTAKES, DOCUMENT_REPAIRS } from '../messages/document-mistakes'
import { judgedWith, type JudgedCase } from '../judged-case'
import type { DocumentMistake, FindDocumentMistake } from './refused-document'

interface Found {
  readonly code: string
  readonly span: Span | null
  readonly sentence: Phrase
  readonly data: Readonly<Record<string, string | number>>
}

/** What IAM only leaves out of account in the policies of most places, and refuses in these. */
const REFUSED: ReadonlySet<string> = new Set(['statement-resource-forbidden', 'statement-duplicate-sid'])

/** A message of a table; null where it has none of that name, or one of its gaps no value. */
function saidIn(table: Readonly<Record<string, string>>, code: string, data: Found['data']): Phrase | null {
  const text = own(table, code)
  return text === undefined ? null : messageIfKnown(text, data)
}

/** What the reader of policies does not accept. */
const ofReader = ({ problems }: Policy, { name }: DocumentCall): readonly Found[] =>
  problems
    .filter(({ code, severity }) => severity === 'error' || REFUSED.has(code))
    .map(({ code, span, data }) => ({
      code,
      span,
      data,
      sentence:
        saidIn(OF_PLACE, code, { ...data, name }) ??
        say`${textOfCode(own<string>(PROBLEM_MESSAGES, code) ?? '', data)}`,
    }))

/** What a place does not take, or needs, in words that name it. */
const OF_PLACE: Readonly<Record<string, string>> = {
  'statement-without-principal': DOCUMENT_MISTAKES['principal-missing'],
  'statement-principal-forbidden': DOCUMENT_MISTAKES['principal-not-taken'],
  'statement-resource-forbidden': DOCUMENT_MISTAKES['resource-not-taken'],
}

const mistake = (code: keyof typeof DOCUMENT_MISTAKES, span: Span | null, data: Found['data']): Found => ({
  code,
  span,
  data,
  sentence: messageIfKnown(DOCUMENT_MISTAKES[code], data) ?? [],
})

/** What only the policies of resources of one service do not take: other services' actions, and in some a Resource. */
function ofService(policy: Policy, { layer, service, name }: DocumentCall, reference: Reference): readonly Found[] {
  if (service === null) return []
  const known = reference.service(service)?.byName
  return policy.statements.flatMap(({ action, resource }) => {
    const named = action.not ? [] : action.values
    const wrong = named.flatMap(({ text, span }): Found[] => {
      const of = serviceOfAction(text)
      if (text === '*' || !text.includes(':')) return []
      if (of !== service) return [mistake('action-of-other-service', span, { name, service, action: text })]
      const isKnown = /[*?]/.test(text) || known === undefined || known.has(nameOfAction(text).toLowerCase())
      return isKnown ? [] : [mistake('action-not-there', span, { service, action: nameOfAction(text) })]
    })
    const takesNone = documentRow(layer, service).resource === 'no element' && resource !== null
    return takesNone ? [...wrong, mistake('resource-not-taken', resource.span, { name })] : wrong
  })
}

/** Resources of another bucket than the one whose policy it is. */
function ofBucket(policy: Policy, { layer, service }: DocumentCall, { error }: JudgedCase): readonly Found[] {
  const bucket = error?.call?.parameters.bucket
  if (layer !== 'resource' || service !== 's3' || typeof bucket !== 'string') return []
  return policy.statements.flatMap(({ resource }) =>
    (resource?.values ?? []).flatMap(({ text, span }): readonly Found[] => {
      const named = bucketOfArn(text)
      return named === null || named === bucket || /[*?${]/.test(named)
        ? []
        : [mistake('other-bucket', span, { bucket, resource: text })]
    }),
  )
}

/** What the checks of policies call an error. */
const ofChecks = (policy: Policy, text: string, { layer }: DocumentCall, reference: Reference): readonly Found[] =>
  checkPolicy(policy, { type: layer, text, reference })
    .filter(({ severity, code }) => severity === 'error' && code !== 'action-unknown')
    .map(({ code, span, data }) => ({
      code,
      span,
      data,
      sentence: say`${textOfCode(CHECK_MESSAGES[code].sentence, data)}`,
    }))

const OPERATORS = CONDITION_OPERATORS.map(({ name }) => name)

/** What sets a mistake right. */
function repairOf({ code, data }: Found, text: string, { service, name: place }: DocumentCall): Phrase | null {
  const role = onlyOne(arnsOfKind(text, 'role'))
  if (code === 'statement-without-principal' && service === 'kms')
    return messageIfKnown(DOCUMENT_REPAIRS['principal-of-key'], {})
  if (code === 'statement-without-principal' && role !== undefined)
    return messageIfKnown(DOCUMENT_REPAIRS['principal-of-text'], { role })
  const name = code === 'condition-unknown-operator' ? didYouMean(String(data.operator), OPERATORS)[0] : undefined
  if (name !== undefined) return messageIfKnown(DOCUMENT_REPAIRS['nearest-operator'], { ...data, name })
  const meant = code === 'trust-action' ? didYouMean(String(data.text), TRUST_POLICY_ACTIONS)[0] : undefined
  if (meant !== undefined)
    return messageIfKnown(DOCUMENT_REPAIRS['nearest-action'], { action: String(data.text), name: meant })
  const plain = String(data.sid ?? '').replaceAll(/[^A-Z0-9]/gi, '')
  return saidIn(DOCUMENT_REPAIRS, code, { ...data, plain, name: place })
}

/** The statement that a place is in, by its Sid or its number. */
function statementAt({ statements }: Policy, span: Span | null): string | null {
  const found = statements.find(
    (one) => span !== null && one.span !== null && one.span[0] <= span[0] && span[1] <= one.span[1],
  )
  return found === undefined || statements.length === 1 ? null : (found.sid ?? String(found.index + 1))
}

interface Document {
  /** As it was read. */
  readonly text: string
  /** As it stands in the text, where AWS did not accept what is put in order on reading; else as it was read. */
  readonly written: string
  /** Its place in the text; nothing of one that was given besides. */
  readonly place: string
}

/** The documents that AWS can have refused: those of the text, else the ones that were given for that place. */
function documentsOf(
  { accessCase: { error = '', policies } }: JudgedCase,
  { layer }: DocumentCall,
): readonly Document[] {
  const found = findPolicies(error).filter((one) => one.text !== '')
  if (found.length > 0)
    return found.map(({ text, span, notes }) => {
      const place = error.slice(...span)
      const isRepaired = notes.some(({ code }) => code === 'slip' || code === 'repaired')
      return { text, written: isRepaired ? place : text, place }
    })
  return policiesOfLayer(policies, layer).flatMap(({ document: text }) =>
    typeof text === 'string' ? [{ text, written: text, place: '' }] : [],
  )
}

/** A variable of the code that makes a document has its value when it is set. */
const isOfCode = ({ data: { text } }: Found, place: string): boolean =>
  String(text).startsWith('${') && !place.includes(String(text))

/** Of the mistakes of a trust policy an action that it doesn't take is what AWS's words are about. */
const actionsFirst = (found: readonly Found[]): readonly Found[] => {
  const named = found.filter(({ code }) => code === 'trust-action')
  return named.length > 0 ? named : found
}

function firstMistake(
  { written, place }: Document,
  call: DocumentCall,
  reference: Reference,
  judged: JudgedCase,
): { policy: Policy; found: Found } | null {
  const policy = parsePolicy(written, call.layer)
  const all = [
    // What cannot be read of a policy that is given besides is told on its line.
    ...(place === '' ? [] : ofReader(policy, call)),
    ...ofBucket(policy, call, judged),
    ...ofService(policy, call, reference),
    ...ofChecks(policy, written, call, reference),
  ]
  const [found] = actionsFirst(all.filter((one) => !isOfCode(one, place)))
  return found === undefined ? null : { policy, found }
}

/** Does a document say who may assume a role, whatever else it names? */
const isTrustPolicy = (document: string): boolean =>
  parsePolicy(document, 'trust').statements.some(
    ({ principal, action }) => principal !== null && action.values.some(({ text }) => serviceOfAction(text) === 'sts'),
  )

/** The first mistake of a document in the text, read at the place that the call gives it; null where there is none. */
export const documentMistake: FindDocumentMistake = (judged): DocumentMistake | null => {
  const { error, accessCase } = judged
  const text = accessCase.error ?? ''
  const isOfTrust = error?.situation === 'trust-document-of-permissions'
  const call = isOfTrust
    ? TRUST_DOCUMENT
    : documentCall(error?.operation ?? nameOfAction(error?.inferred.action ?? ''), text)
  if (call === null) return null
  const reference = { ...NO_REFERENCE, ...judgedWith(judged).reference }
  const about = {
    name: call.name,
    type: VALIDATED_AS[call.layer],
    page: documentRow(call.layer, call.service ?? '').page,
  }
  const found = documentsOf(judged, call)
  const documents = isOfTrust ? found.filter((one) => isTrustPolicy(one.text)) : found
  for (const one of documents) {
    const first = firstMistake(one, call, reference, judged)
    if (first === null) continue
    const { policy, found: wrong } = first
    const statement = statementAt(policy, wrong.span)
    return {
      ...about,
      sentence:
        statement === null
          ? wrong.sentence
          : (messageIfKnown(DOCUMENT_MISTAKES.inStatement, { statement, mistake: wrong.sentence }) ?? wrong.sentence),
      repair: repairOf(wrong, text, call),
      isSeen: true,
    }
  }
  // One that is no trust policy can be what was set in its place: AWS's words tell that themselves.
  return documents.length === 0 || documents.length < found.length || documents.some(({ place }) => place === '')
    ? null
    : { ...about, sentence: message(DOCUMENT_MISTAKES['not-seen']), repair: null, isSeen: false }
}
