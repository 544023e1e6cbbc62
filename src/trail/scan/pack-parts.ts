import type { EventParts } from '../event-parts'

/** The name of a part of an event. */
export type PartName = keyof EventParts

/** The parts, in the order in which rows hold them. */
export const PART_NAMES = [
  'caller',
  'call',
  'place',
  'answer',
  'target',
  'extra',
] as const satisfies readonly PartName[]

type Target = EventParts['target']

/** Stands for what the line before says too, so that a resource is written once. */
const SAME = '='
const BUCKET = '^'

const bucketOf = (resource: string): string | undefined => /^arn:[\w-]*:s3:::[^/]*(?=\/)/.exec(resource)?.[0]

/** A target in few characters, since most objects of a trail are another one each time. */
function writeTarget({ resource, resourceAccount, resources }: Target): string {
  const bucket = resource === null ? undefined : bucketOf(resource)
  const listed = resources.map((each) => (each === resource ? SAME : each === bucket ? BUCKET : each))
  const isShort = [resource ?? '', resourceAccount ?? '', ...resources].every((each) => !/^[=^[]|\n/.test(each))
  return isShort && resource !== ''
    ? [resource ?? '', resourceAccount ?? '', ...listed].join('\n')
    : JSON.stringify([resource, resourceAccount, resources])
}

function readTarget(text: string): Target {
  if (text.startsWith('[')) {
    const [resource, resourceAccount, resources] = JSON.parse(text) as [string | null, string | null, string[]]
    return { resource, resourceAccount, resources }
  }
  const [resource = '', account = '', ...listed] = text.split('\n')
  const bucket = bucketOf(resource) ?? ''
  return {
    resource: resource || null,
    resourceAccount: account || null,
    resources: listed.map((each) => (each === SAME ? resource : each === BUCKET ? bucket : each)),
  }
}

/** A part as text. The resource that an answer names stands in the target. */
export function writePart<Name extends PartName>(name: Name, part: EventParts[Name]): string {
  if (name === 'target') return writeTarget(part as Target)
  return JSON.stringify(name === 'answer' ? { ...part, resource: null } : part)
}

/** The part that a text stands for. */
export function readPart<Name extends PartName>(name: Name, text: string): EventParts[Name] {
  return (name === 'target' ? readTarget(text) : JSON.parse(text)) as EventParts[Name]
}

/** An answer names its resource, which is then what the event is about: the target holds it. */
export function movedTarget({ answer, target }: Pick<EventParts, 'answer' | 'target'>): Target {
  return answer.resource === null ? target : { ...target, resource: answer.resource }
}
