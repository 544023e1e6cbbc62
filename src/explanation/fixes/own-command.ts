import type { ShellCommand } from '../../text/shell-quote'
import type { Fix } from '../explanation'
import type { JudgedCase } from '../judged-case'
import { formFacts } from './form-facts'
import { permissionCommand } from './permission-form'

/**
 * The command that makes a fix where its place takes a statement by a call alone: nobody can put the whole policy of a function
 * or of a version of a layer.
 */
export function ownCommand(judged: JudgedCase, fix: Fix): ShellCommand | null {
  const [change, ...more] = fix.changes
  return fix.layer !== 'resource' || change === undefined || more.length > 0
    ? null
    : permissionCommand(formFacts(judged, fix, change))
}
