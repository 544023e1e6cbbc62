import { PERMISSION_SET_PREFIX } from '../../iam/principal'
import type { Fix } from '../explanation'
import { newStatements } from './fix-statements'

/** Does a fix exempt the role of a permission set, and so everyone who signs in with it? One more joins a list of such roles. */
export const exemptsPermissionSet = ({ codes, changes }: Fix): boolean =>
  codes.some((code) => code.startsWith('exempt-principal')) &&
  changes.some(
    (change) =>
      !change.before.includes(PERMISSION_SET_PREFIX) &&
      newStatements(change).some((one) => JSON.stringify(one['Condition'] ?? '').includes(PERMISSION_SET_PREFIX)),
  )
