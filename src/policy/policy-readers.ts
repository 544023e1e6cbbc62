import type { MappedText } from '../text/mapped-text'
import type { FoundPolicy } from './found-policy'
import type { ManagedReader } from './managed-names'
import type { TemplateReader } from './read-tree'
import type { YamlReader } from './yaml-policies'

/** Readers that are loaded only for a text that needs them. */
export interface PolicyReaders {
  readonly yaml?: YamlReader
  readonly managed?: ManagedReader
  /** Of policy templates of SAM, by name. */
  readonly templates?: TemplateReader
}

/** Finds the policies of a text. `changed`: what it comes to, see `changedText`, where that is known. */
export type FindPolicies = (
  text: string,
  readers?: PolicyReaders,
  changed?: MappedText | null,
) => readonly FoundPolicy[]

/** What a text needs readers for. */
export interface PolicyNeeds {
  /** There may be policies in YAML, or policy templates of SAM. */
  readonly yaml: boolean
  /** What may be AWS managed policies, by name or ARN. */
  readonly managed: readonly string[]
}

/** Nothing needs to be loaded. */
export const NO_NEEDS: PolicyNeeds = { yaml: false, managed: [] }

/** Is there anything to load? */
export const hasNeeds = ({ yaml, managed }: PolicyNeeds): boolean => yaml || managed.length > 0
