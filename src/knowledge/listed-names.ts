import { serviceOfAction } from '../iam/action'
import { splitArn } from '../iam/arn'
import { onlyOne } from '../text/only-one'

/** A command that lists the things of a service. */
const LISTING = /\baws ([a-z\d-]{2,30}) (?:list|describe)-[a-z-]{2,50}\b[^\n]{0,300}\n/g

/** Where the next command begins. */
const PROMPT = /^\s{0,4}(?:\S{0,40}[$#>]|PS [^\n>]{0,60}>) /m

const LONGEST_OUTPUT = 4000

/** What each listing of a service's things prints. */
const outputsOf = (text: string, service: string): readonly string[] =>
  [...text.matchAll(LISTING)]
    .filter(([, named]) => named === service)
    .map(({ 0: command, index }) => {
      const [start, end] = [index + command.length, index + command.length + LONGEST_OUTPUT]
      const output = text.slice(start, end)
      const next = PROMPT.exec(output)?.index
      return output.slice(0, next)
    })

const NAME = /[\w./+=@-]{3,200}/g

const plain = (name: string): string => name.replace(/^\//, '')

/** A name without its letter case and without what people put between words. */
const loose = (name: string): string => plain(name).toLowerCase().replaceAll(/[-_.]/g, '')

/** The name of a thing, behind its type. */
function nameOf(resource: string): string {
  const part = splitArn(resource)?.[5] ?? ''
  return /^[a-z-]{2,40}[:/]([\w./+=@-]{3,200})$/i.exec(part)?.[1] ?? ''
}

/**
 * The one name that a listing of the text has in place of the one that was asked for: that name behind a path, or spelled
 * otherwise. Null where the listing has what was asked for, or nothing like it.
 */
export function listedInstead(text: string, resource: string, action: string): RegExpExecArray | null {
  const asked = nameOf(resource)
  if (asked === '') return null
  const names = outputsOf(text, serviceOfAction(action)).flatMap((output) => [...output.matchAll(NAME)])
  // A secret is listed without the characters that end its ARN.
  const isThere = (name: string): boolean =>
    plain(name) === plain(asked) || (asked.startsWith(name) && /^-[a-z\d]{6}$/i.test(asked.slice(name.length)))
  if (names.some(([name]) => isThere(name))) return null
  const like = names.filter(([name]) => plain(name).endsWith(`/${plain(asked)}`) || loose(name) === loose(asked))
  return onlyOne(like.map(([name]) => name)) === undefined ? null : (like[0] ?? null)
}
