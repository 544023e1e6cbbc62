import type { IndexedService } from '../reference/reference'
import type { ResourceTypeReference } from '../reference/service-reference'

/** Resources of a type; as a text: `*`, or the ARNs of a service, "" of any. */
export type TypeOfResources = ResourceTypeReference | string

/** What an action can be asked of. Null: nobody says. None: it takes no resource. */
export type ResourceTypes = readonly TypeOfResources[] | null

/** What tells types apart. */
export const idOfType = (type: TypeOfResources): string => (typeof type === 'string' ? type : type.arn)

/** Of what the index alone knows: `*`, and ARNs of the services that it names; null: any. */
export const typesInIndex = (indexed: IndexedService | undefined): ResourceTypes =>
  indexed?.arns ? ['*', ...indexed.arns] : null

/** The types that people know come first: an object of a bucket before that of an access point. */
export const plainestFirst = (types: readonly TypeOfResources[]): readonly TypeOfResources[] =>
  types.toSorted((one, other) => idOfType(one).length - idOfType(other).length)
