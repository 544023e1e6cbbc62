import { readFileSync } from 'node:fs'
import { createReference, type WholeReference } from '../reference/create-reference'

/** The reference in the package, a file of it read when it is first asked for. */
export const packagedReference = (): WholeReference =>
  createReference((path) => {
    try {
      return JSON.parse(readFileSync(new URL(`../reference/${path}`, import.meta.url), 'utf8')) as unknown
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw error
    }
  })
