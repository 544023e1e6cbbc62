import { nameOfAction, serviceOfAction } from '../../iam/action'
import { splitArn } from '../../iam/arn'
import { hasHole } from '../../iam/find-holes'
import { isPrivateAddress } from '../../iam/private-address'
import { matchAnyCase } from '../../iam/wildcard'
import { isMultivaluedKey, valueFormOf } from '../../facts/keys/condition-keys'
import { PASTED_WORDS, type PastedWords } from '../../facts/keys/pasted-words'
import { labelledValues, wordsOfName, type LabelledValue } from '../../text/labelled-values'
import { onlyOne } from '../../text/only-one'
import { knownOfCall } from './known-values'
import { delimiterOfCommand } from './listing-of-command'
import { pastedClaim, printedClaim } from './pasted-claims'
import { pastedTag } from './pasted-tags'
import { namedParameters, nestedLabels } from './named-parameter'
import { encryptionContext } from './pasted-arns'
import { signatureAge, timeOfCall } from './pasted-times'
import { oneValue, type FindPastedValues, type PastedText, type PastedValue } from './pasted-value'
import { accountOfSource } from './source-account'
import type { TestedKey } from './tested-keys'

/** Words of names that say nothing of what is named. */
const NOISE: ReadonlySet<string> = new Set(
  'id arn name list requested request allow allowed aws default http api database db normalized'.split(' '),
)

/** Words that name too many things, alone. */
const COMMON: ReadonlySet<string> = new Set(
  'type state action resource version status key value effect principal service code message user role account tag'.split(
    ' ',
  ),
)

const telling = (words: readonly string[], service: string): readonly string[] =>
  words.filter((word) => !NOISE.has(word) && word !== service)

/** The words of a key without its service and the operation that some begin with. */
function wordsOfKey(key: string, action: string): readonly string[] {
  const service = serviceOfAction(action)
  const local = key.slice(key.indexOf(':') + 1).replace(/^Attribute\//, '')
  const operation = nameOfAction(action)
  const isBehind =
    local.toLowerCase().startsWith(operation.toLowerCase()) && /^[A-Z]/.test(local.slice(operation.length))
  const rest = isBehind ? local.slice(operation.length) : local
  return telling(wordsOfName(rest), service)
}

const sameWords = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((word) => other.includes(word))

/** Something of a template or a script that stands for a value. */
const REFERENCE = /\$\{|^\$|^(?:var|local|module|data|aws_\w{2,60}|each|self|process)\.|^!/i

/** What programs write where there is no value; `NONE` is one. */
const NOTHING = /^(?:null|None|none|nil|undefined)$/

/** A word of a sentence, with which no value begins: `sourceArn = the distribution of the new account`. */
const WORD = /^(?:the|an?|my|our|your|this|that|its|their|same|whatever)$/

/** A value as the policies write it: an id as the ARN that they name others of its kind by, of an ARN its id. */
function likeTested(value: string, { values, families }: TestedKey, resource: string): string | null {
  const [written = ''] = values
  const isArn = value.startsWith('arn:')
  const wantsArn = written.startsWith('arn:') || families.includes('arn')
  if (isArn === wantsArn) return value
  if (isArn) return /^[\w-]+$/.test(written) ? (value.split(/[/:]/).at(-1) ?? null) : value
  const parts = splitArn(written)
  if (parts === null) return null
  const [, partition, service, region, account, rest] = parts
  const asked = splitArn(resource)
  const head = rest.slice(0, Math.max(rest.lastIndexOf('/'), rest.lastIndexOf(':')) + 1)
  const place = [region, account].map((part, i) => (/[*?]/.test(part) ? (asked?.[i + 3] ?? '') : part))
  return head === '' || /[*?]/.test(head) ? null : `arn:${partition}:${service}:${place.join(':')}:${head}${value}`
}

/** Can it be a value of the key? */
function canBe(value: string, { key, families }: TestedKey): boolean {
  if (value === '' || REFERENCE.test(value) || NOTHING.test(value) || hasHole(value, 'request')) return false
  const form = valueFormOf(key)
  if (form !== null && !form.isValue(value)) return false
  return families.every((family) => {
    if (family === 'bool') return /^(?:true|false)$/i.test(value)
    if (family === 'numeric') return /^\d+(?:\.\d+)?$/.test(value)
    if (family === 'ip') return /^[\d.:a-f]+$/i.test(value)
    return family !== 'date' && family !== 'binary'
  })
}

const plainValue = (value: string, { families }: TestedKey): string =>
  families.includes('bool') ? value.toLowerCase() : value

const isListed = (value: string, { values }: TestedKey): boolean => values.some((text) => matchAnyCase(text, value))

/** What names of a text say: one value, or several of which each is as the policies list them, or none is. */
function fromLabels(tested: TestedKey, labels: readonly LabelledValue[], { resource }: PastedText): PastedValue | null {
  const read = labels.flatMap((label) =>
    label.values.flatMap((value) => {
      if (REFERENCE.test(value) || WORD.test(value)) return []
      const found = likeTested(plainValue(value, tested), tested, resource)
      return found !== null && canBe(found, tested) ? [{ label, value: found }] : []
    }),
  )
  const values = [...new Set(read.map(({ value }) => value))]
  const [first] = read
  if (first === undefined) return null
  const isMany = tested.isSet || isMultivaluedKey(tested.key.toLowerCase())
  const isAlike = new Set(values.map((value) => isListed(value, tested))).size === 1
  if (!isMany && !isAlike) return null
  return {
    key: tested.key,
    values: isMany ? values : values.slice(0, 1),
    listed: values,
    written: first.label.written,
    parameter: first.label.isPrinted === true ? null : first.label.name,
  }
}

/** Do the last words of a name make up a key that is written in one, as those of `--instance-os-user` do `osuser`? */
const endsAs = (words: readonly string[], [whole, ...more]: readonly string[]): boolean =>
  more.length === 0 &&
  whole !== undefined &&
  words.some((_, from) => from < words.length - 1 && words.slice(from).join('') === whole)

/** What the call that failed has under the very name of the key. */
const byParameter = (tested: TestedKey, labels: readonly LabelledValue[], seen: PastedText): PastedValue | null =>
  tested.key.startsWith('aws:')
    ? null
    : (fromLabels(tested, namedParameters(seen.call, tested.key, seen.action, labels), seen) ??
      fromLabels(tested, nestedLabels(seen.text, tested.key, seen.action, labels), seen))

const byName = (tested: TestedKey, labels: readonly LabelledValue[], seen: PastedText): PastedValue | null => {
  const wanted = wordsOfKey(tested.key, seen.action)
  const [only] = wanted
  if (only === undefined || (wanted.length === 1 && COMMON.has(only))) return null
  const service = serviceOfAction(seen.action)
  const named = labels.filter(({ words }) => sameWords(telling(words, service), wanted))
  const [first] = named
  // A command printed that there is none.
  if (first !== undefined && named.every(({ values }) => values.length === 0))
    return { key: tested.key, values: [], listed: [], written: `${first.name}: ${first.written}`, parameter: null }
  // What every request has is no parameter.
  const ending = tested.key.startsWith('aws:') ? [] : labels.filter(({ words }) => endsAs(words, wanted))
  return fromLabels(tested, named.length > 0 ? named : ending, seen)
}

/** What words say of the key: what the row has, their first group, or what they mean beside a value that is tested. */
function shownBy({ value, beside }: PastedWords, shown: RegExpExecArray, { values }: TestedKey): string | undefined {
  if (beside === undefined) return value?.replace('{1}', shown[1] ?? '') ?? shown[1]
  const [written] = values.flatMap((text) => beside.written.exec(text)?.[1] ?? [])
  const { method = '', path = '' } = shown.groups ?? {}
  return written && beside.value.replace('{written}', written).replace('{method}', method).replace('{path}', path)
}

const MOST_SHOWN = 40

/** The first place that shows a value; all of them where the key holds several. */
const matchesOf = (shows: RegExp, text: string, isMany: boolean): readonly RegExpExecArray[] => {
  const one = shows.exec(text)
  if (one === null || !isMany) return one === null ? [] : [one]
  return [...text.matchAll(new RegExp(shows, `${shows.flags}g`))].slice(0, MOST_SHOWN)
}

/** What the registry of words says of the key. */
function byWords(tested: TestedKey, labels: readonly LabelledValue[], seen: PastedText): PastedValue | null {
  for (const row of PASTED_WORDS) {
    const { key, names = [], fits, shows } = row
    if (key !== tested.key.toLowerCase()) continue
    const named = labels
      .filter(({ words }) => names.some((name) => sameWords(words, name) || sameWords(words, [...name, 'id'])))
      .map((label) => ({
        ...label,
        values: label.values.flatMap((text) => {
          const found = fits?.exec(text)
          return fits === undefined ? [text] : found ? [found[1] ?? text] : []
        }),
      }))
    const found = fromLabels(tested, named, seen)
    if (found !== null) return row.isOfResource === true ? { ...found, parameter: null } : found
    const all = shows === undefined ? [] : matchesOf(shows, seen.text, isMultivaluedKey(key) || tested.isSet)
    const values = [...new Set(all.flatMap((shown) => shownBy(row, shown, tested) ?? []))]
    const [first] = all
    if (first !== undefined && values.length > 0)
      return { key: tested.key, values, listed: values, written: first[0], parameter: null }
  }
  return null
}

/** Ids of which a text names one alone, beside those that the policies name. */
const IDS: Readonly<Record<string, RegExp>> = {
  'aws:sourcevpce': /\bvpce-[\da-z]{8,17}\b/g,
  'aws:sourcevpc': /\bvpc-[\da-z]{8,17}\b/g,
  'aws:principalorgid': /\bo-[a-z\d]{10,32}\b/g,
  'aws:sourceip': /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]|\/\d)/g,
}

function byId(tested: TestedKey, { text }: PastedText): PastedValue | null {
  const lower = tested.key.toLowerCase()
  const pattern = Object.hasOwn(IDS, lower) ? IDS[lower] : undefined
  const value = pattern && onlyOne([...text.matchAll(pattern)].map(([id]) => id).filter((id) => !isPrivateAddress(id)))
  // What the policies name too may be spoken of because they do.
  if (value === undefined || isListed(value, tested) || !canBe(value, tested)) return null
  return oneValue(tested.key, value, value)
}

/** A value of the query of an address is written in its code: `delimiter=%2F` is `/`. */
function fromQuery(text: string, label: LabelledValue): LabelledValue {
  if (!/[?&]/.test(text.charAt(label.at - 1)) || !label.values.some((one) => one.includes('%'))) return label
  try {
    return { ...label, values: label.values.map((one) => decodeURIComponent(one)) }
  } catch {
    return label
  }
}

/** The values of tested keys that a text shows beside its policies, each key once. */
export const pastedValues: FindPastedValues = (tested, seen) => {
  if (tested.length === 0) return []
  const labels = labelledValues(seen.text).map((label) => fromQuery(seen.text, label))
  return tested.flatMap(
    (key) =>
      pastedTag(key, seen) ??
      printedClaim(key.key, labels) ??
      timeOfCall(key, seen) ??
      signatureAge(key, seen) ??
      encryptionContext(key, seen) ??
      delimiterOfCommand(key, seen) ??
      knownOfCall(key, seen) ??
      accountOfSource(key, seen) ??
      byWords(key, labels, seen) ??
      byParameter(key, labels, seen) ??
      byName(key, labels, seen) ??
      pastedClaim(key.key, seen.text, labels) ??
      byId(key, seen) ??
      [],
  )
}
