import { splitArn } from '../iam/arn'
import { coversForm, readClaimForm } from '../iam/claim-form'
import { matchWildcard } from '../iam/wildcard'
import { ARN_TRAPS, type ArnTrap } from './arn-traps'
import { fill } from './observe'

const TRAPS: readonly ArnTrap[] = Object.values(ARN_TRAPS)

/** The part of an ARN that the tables speak of: `s3:bucket/key`. */
export const tailOf = (arn: string): string | null => {
  const parts = splitArn(arn)
  return parts === null ? null : `${parts[2]}:${parts[5]}`
}

const isPlain = (text: string): boolean => /^[\w-]*$/.test(text)

/** Do Region, account and partition fit, as far as nobody masked them or leaves them to a template? */
export const areFieldsLike = (written: string, asked: string): boolean => {
  const one = splitArn(written)
  const other = splitArn(asked)
  if (one === null || other === null) return false
  return [1, 3, 4].every((index) => {
    const field = one[index]!
    const wanted = other[index]!
    return !isPlain(wanted) || (!isPlain(field) && !field.includes('*')) || matchWildcard(field, wanted)
  })
}

/** What the statement would have to name instead; null where it is not of the trap's form. */
export const meantBy = ({ written, meant, isOfRequest, ends }: ArnTrap, text: string): string | null => {
  const tail = tailOf(text)
  const own = ends === undefined ? tail : (tail?.replace(...ends) ?? null)
  const isOfService = written.startsWith('{') || own?.startsWith(written.slice(0, written.indexOf(':') + 1)) === true
  if (own === null || !isOfService || !coversForm(own, written, false)) return null
  const parts = readClaimForm(own, written)
  // What covers many names is no name that the call could have given.
  const isMany = Object.values(parts).some((part) => /[*?]/.test(part.replace(/-\?{6}$/, '')))
  return isOfRequest === true && isMany ? null : fill(meant, parts)
}

/** An ARN with another service and last part; what else it has is that of the ARN of that service. */
export const withTail = (arn: string, meant: string, asked: string): string => {
  const parts = splitArn(arn)!
  const [service = '', ...rest] = meant.split(':')
  const of = service === parts[2] ? parts : splitArn(asked)!
  return [of[0], of[1], service, of[3], of[4], rest.join(':')].join(':')
}

/** Does a policy name parts of the same thing already, and so means these and no others? */
export const namesSomeParts = (trap: ArnTrap, meant: string, texts: readonly string[]): boolean =>
  trap.isOfParts === true &&
  texts.some(
    (text) =>
      meantBy(trap, text) === null && matchWildcard(meant, (tailOf(text) ?? '').replace(/\$\{[^{}]{1,200}\}/g, 'x')),
  )

/**
 * Where a statement names things and its action is asked for with a part of one: what each of them would have to be, by what
 * is written; none where it names some of the parts itself, and so means these.
 */
export function partsMeant(written: readonly string[], asked: string): ReadonlyMap<string, string> {
  const found = TRAPS.find((trap) =>
    written.some((text) => {
      const meant = trap.isOfParts === true ? meantBy(trap, text) : null
      return meant !== null && matchWildcard(meant, tailOf(asked) ?? '') && areFieldsLike(text, asked)
    }),
  )
  const meantOf = (text: string): string | null => {
    const [own, meant] = [tailOf(text) ?? '', found === undefined ? null : meantBy(found, text)]
    // What ends as it is meant to, is no thing without its part.
    return meant?.startsWith(own) === true && own.endsWith(meant.slice(own.length)) ? null : meant
  }
  const all = written.flatMap((text) => {
    const meant = meantOf(text)
    return meant === null ? [] : [[text, meant] as const]
  })
  if (found === undefined || all.some(([, meant]) => namesSomeParts(found, meant, written))) return new Map()
  return new Map(all.map(([text, meant]) => [text, withTail(text, meant, asked)]))
}

/** The parts of a thing that the tables know, by its ARN. */
export const partsOfThing = (arn: string): readonly string[] =>
  TRAPS.flatMap((trap) => {
    const meant = trap.isOfParts === true ? meantBy(trap, arn) : null
    return meant === null ? [] : [withTail(arn, meant, arn)]
  })
