import { parseArn } from '../iam/arn'
import { escaped } from '../text/escaped'
import type { AboutRequest } from './about-request'

/** The key of an object; nothing of another thing. */
const keyOf = (resource: string): string => {
  const arn = parseArn(resource)
  if (arn === null) return ''
  return arn.service === 's3' ? arn.resource.slice(arn.resource.indexOf('/') + 1 || arn.resource.length) : ''
}

/** The object that a command of a shell reads or writes: its key, or its address in a bucket. */
const OBJECT_OF_COMMAND = /--key[ =]["']?([^\s"']{1,300})|\bs3:\/\/[^\s/"']{3,63}\/([^\s"']{1,300})/g

/** The refusal of a call, in AWS's words or as a code. */
const REFUSED = /\(?\b(?:AccessDenied|403|Forbidden)\b/

/** Was the same call refused for one object, and what stands at a place printed for another one? Then it tells nothing of the first. */
function isOfAnotherObject(text: string, at: number): boolean {
  const refused = REFUSED.exec(text)?.index ?? -1
  const commands = [...text.matchAll(OBJECT_OF_COMMAND)]
  const before = (place: number) => commands.findLast(({ index }) => index < place)
  const [denied, printed] = [before(refused), before(at)]
  const nameOf = (found: RegExpExecArray): string => found[1] ?? found[2] ?? ''
  return denied !== undefined && printed !== undefined && nameOf(denied) !== nameOf(printed)
}

const LISTING_OF = /\bs3 ls (?:--\S{1,40} ){0,4}["']?s3:\/\/[^\s/"']{3,63}\/?([^\s"']{0,300})/g

const LISTED = /^\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?\s{1,20}\d{1,20}\s{1,4}(\S.{0,300})$/gm

/** Does the command before a line of a listing name another folder than the one that the key is in? */
function isListedElsewhere(text: string, { index }: RegExpExecArray, key: string): boolean {
  const folder = [...text.slice(0, index).matchAll(LISTING_OF)].at(-1)?.[1]
  return folder !== undefined && !key.startsWith(folder)
}

/** A line of a listing with the object that was asked for; or what is printed of it alone. */
export const printedObject = (text: string, { resource }: AboutRequest): RegExpExecArray | null => {
  const key = keyOf(resource)
  for (const line of text.matchAll(LISTED)) {
    const name = line[1]!.trim()
    const isNamed = key !== '' && (key === name || (key.endsWith(`/${name}`) && !isListedElsewhere(text, line, key)))
    if (isNamed) return line
  }
  const named = key === '' ? null : new RegExp(`"Key"\\s?:\\s?"${escaped(key)}"`).exec(text)
  const size = /"ContentLength"\s?:\s?\d{1,20}/.exec(text)
  return named ?? (size !== null && isOfAnotherObject(text, size.index) ? null : size)
}
