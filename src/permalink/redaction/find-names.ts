import { parseDenials } from '../../denial/parse-denials'
import type { Draft } from '../../draft/draft'
import { parseIpAddress, parseIpRange } from '../../iam/ip-address'
import { mapDraftTexts } from '../redact-for-link'
import { unsafeWords } from './find-words'
import { findHoles } from '../../iam/find-holes'
import { FINDERS, IAM_WORDS, isManagedPolicy, PUBLIC_NAMES, PUBLIC_PATTERN, type RedactionKind } from './kinds'
import { isWithinNames } from './open-names'
import { isWord, nameReplacer } from './replace-names'
import { isRegion, NO_NAMES, type AwsNames } from './safe-words'

/** A name that stands somewhere in a draft, or a pattern with wildcards where a name may stand. */
export interface FoundName {
  readonly kind: RedactionKind
  readonly form: string
  readonly text: string
}

const MOST_NAMES = 10_000

/** Stands where a name was found, so that no part of it is found again. */
const BLANK = '\0'

/** The partition's own account owns what AWS manages: the names behind it are the same for everyone. */
const OF_AWS = /(?<=arn:aws[a-z-]{0,10}:[a-z\d-]{1,30}:[a-z\d-]{0,20}:aws:policy\/)[\w+=,.@/-]{1,256}/g

/** An operation or a code of an error, where a message has one. */
const OPERATION = /^[A-Z][a-z][A-Za-z\d]*$/

const isPublic = (name: string) =>
  PUBLIC_NAMES.has(name) || PUBLIC_PATTERN.test(name) || isRegion(name) || isManagedPolicy(name) || isHost(name)

/** Is it a host of a service, whatever its Region? */
const isHost = (name: string) => /^[a-z\d-]{2,40}(?:\.[a-z]{2}-[a-z-]{4,20}-\d)?\.amazonaws\.com(?:\.cn)?$/.test(name)

/** The punctuation of a sentence does not belong to the name before it. */
const withoutStop = (name: string) => name.replace(/[.,]$/, '')

/** Years, days and numbered parts of an object's key: they name nobody, and stand in dates too. */
const isNumbered = (name: string) => /^[\d.,:=-]{1,10}$/.test(name)

/** The parts of a path between its slashes; those of a policy variable part nothing. */
const partsOf = (path: string): readonly string[] => path.match(/(?:\$\{[^{}]{0,200}\}|[^/])+/g) ?? []

/** The session of an instance has its id for a name, which tells that it is one. */
const OF_RESOURCE = /^[a-z]{1,12}-(?:[\da-f]{17}|[\da-f]{8})$/

const onlyWildcards = (name: string) => /^(?:[*?/]|\$\{[^{}]{0,200}\})*$/.test(name)

/** A range as it is; of a range that says nothing, or that IAM cannot read, the address before its slash. */
function addressIn(text: string): string {
  const range = parseIpRange(text)
  if (range && range.prefix > 0) return text
  const [address = ''] = text.split('/')
  return parseIpAddress(address)?.bytes.some((byte) => byte > 0) ? address : ''
}

/** Every text of a draft, once. */
export function draftTexts(draft: Draft): readonly string[] {
  const texts = new Set<string>()
  mapDraftTexts(draft, (text) => {
    texts.add(text)
    return text
  })
  return [...texts]
}

/**
 * The names in a draft that can be replaced, in the order in which they are found: those that stand where names stand, and
 * then every word that is not known to name nobody.
 */
export function findNames(draft: Draft, aws: AwsNames = NO_NAMES): readonly FoundName[] {
  const found = new Map<string, FoundName>()
  const texts = draftTexts(draft)
  const ofAws = new Set([
    ...texts.flatMap((text) => text.match(OF_AWS) ?? []).flatMap((path) => path.split('/')),
    ...parseDenials(draft.paste).flatMap(({ operation, errorCode }) =>
      [operation ?? '', errorCode ?? ''].filter((name) => OPERATION.test(name)),
    ),
  ])
  const hidden = new Set([...Object.keys(draft.holes ?? {}), ...texts.flatMap((text) => findHoles(text, 'request'))])
  const put = (kind: RedactionKind, form: string, text: string) => {
    if (text === '' || onlyWildcards(text) || isPublic(text) || IAM_WORDS.has(text)) return
    // What is hidden stays hidden: with a name in its place it would be a name.
    if (ofAws.has(text) || hidden.has(text) || findHoles(text, 'request').includes(text)) return
    if (kind === 'objects' && isNumbered(text)) return
    if (!found.has(text) && found.size < MOST_NAMES) found.set(text, { kind, form, text })
  }
  for (const { kind, form, pattern, path } of FINDERS) {
    for (const text of texts) {
      for (const [, name = ''] of text.matchAll(pattern)) {
        const clean = kind === 'addresses' ? addressIn(name) : withoutStop(name)
        if (!path) put(kind, form, clean)
        else
          partsOf(clean).forEach((part, i, parts) =>
            put(kind, i < parts.length - 1 ? form : OF_RESOURCE.test(part) ? 'resource-id' : path.last, part),
          )
      }
    }
  }
  for (const [key, edit] of Object.entries(draft.context))
    if (edit.state === 'known' && key.toLowerCase() === 'aws:username')
      for (const value of edit.values) put('users', 'user-{n}', value)
    else if (edit.state === 'known' && key.toLowerCase() === 's3:prefix')
      for (const value of edit.values) for (const part of value.split('/')) put('objects', 'folder-{n}', part)
  const withoutFound = nameReplacer(new Map([...found.keys(), ...ofAws].map((name) => [name, BLANK])))
  // Letters that hide a part of a name are a part of the word: it is replaced with them in it.
  const apart = [...hidden].filter((hole) => hole.length > 1 && !isWithinNames(hole))
  const withoutWords = nameReplacer(new Map(apart.map((hole) => [hole, BLANK])))
  const signed = apart.filter((hole) => !isWord(hole))
  const withoutHidden = (text: string) =>
    signed.reduce((left, hole) => left.replaceAll(hole, BLANK), withoutWords(text))
  for (const text of texts)
    for (const word of unsafeWords(withoutFound(withoutHidden(text)), aws)) put('words', 'word', word)
  return [...found.values()]
}
