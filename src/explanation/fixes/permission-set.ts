import { parsePrincipal, PERMISSION_SET_PREFIX, permissionSetOf } from '../../iam/principal'
import type { Fix } from '../explanation'
import type { JudgedCase } from '../judged-case'
import { newStatements } from './fix-statements'

/** Does a fix exempt the role of a permission set, and so everyone who signs in with it? One more joins a list of such roles. */
export const exemptsPermissionSet = ({ codes, changes }: Fix): boolean =>
  codes.some((code) => code.startsWith('exempt-principal')) &&
  changes.some(
    (change) =>
      !change.before.includes(PERMISSION_SET_PREFIX) &&
      newStatements(change).some((one) => JSON.stringify(one['Condition'] ?? '').includes(PERMISSION_SET_PREFIX)),
  )

/** The permission set by whose role the caller is signed in; null: it is another role, or a user. */
export const setOf = ({ accessCase }: JudgedCase): string | null =>
  permissionSetOf(parsePrincipal(accessCase.request.principal)?.name)
