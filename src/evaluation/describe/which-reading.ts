import { marksIn } from '../../case/holes'
import { matchWildcard } from '../../iam/wildcard'
import type { EvaluatedRequest } from '../compile/request'
import type { Requirement } from '../evaluation'

/**
 * What must be so of the caller and of the resource for a request to be one of its readings rather than another.
 * `isOfKind`: any caller of the kind will do.
 */
export function whichReading(
  request: EvaluatedRequest,
  all: readonly EvaluatedRequest[],
  isOfKind: boolean,
): readonly Requirement[] {
  return [...whichCaller(request, all, isOfKind), ...whichResource(request, all)]
}

function whichCaller(
  request: EvaluatedRequest,
  all: readonly EvaluatedRequest[],
  isOfKind: boolean,
): readonly Requirement[] {
  const { kind, text } = request.principal
  const others = all.filter(({ principal }) => principal.text !== text)
  if (others.length === 0) return []
  if (isOfKind) return [{ kind: 'caller', is: kind }]
  const own = shapeOf(text)
  const alike = others
    .filter(({ principal }) => principal.kind === kind)
    .map(({ principal }) => shapeOf(principal.text))
  const shapes = [...new Set(alike)].filter((shape) => shape !== own)
  // A user under a path has the shape of any user, too.
  const narrower = shapes.filter((shape) => matchWildcard(own, shape))
  return [
    { kind: 'caller', is: kind },
    ...(shapes.length > narrower.length ? [hasShape(request, 'principal', text, [own], true)] : []),
    ...(narrower.length > 0 ? [hasShape(request, 'principal', text, narrower, false)] : []),
  ]
}

function whichResource(request: EvaluatedRequest, all: readonly EvaluatedRequest[]): readonly Requirement[] {
  const { resource } = request
  if (all.every((one) => one.resource === resource)) return []
  return [hasShape(request, 'resource', resource, [shapeOf(resource)], true)]
}

const shapeOf = (text: string): string => marksIn(text).reduce((shape, mark) => shape.replaceAll(mark, '*'), text)

/** The part of the request has a shape, or none of several. */
function hasShape(
  { holes }: EvaluatedRequest,
  text: 'principal' | 'resource',
  marked: string,
  values: readonly string[],
  holds: boolean,
): Requirement {
  const open = marksIn(marked).map((mark) => holes.of(mark))
  const [part = null] = open.flatMap((hole) => hole.part ?? [])
  const names = [...new Set(open.flatMap((hole) => (hole.part === null ? [hole.name] : [])))]
  return { kind: 'hole', holes: names, part, text, operator: 'StringLike', values, holds }
}
