import { passesOnceMade, roleIsGone, roleIsJustMade } from './role-signs'
import { mayLackRole, saysNoTrust } from './row-kinds'
import { allSigns, anySign } from './sign'
import { printsTrust, tellsTrust } from './tells-trust'
import type { BesideRow } from './beside-row'
import { KMS_KEY_ROWS } from './rows/keys'
import { ROLE_ROWS } from './rows/roles'
import { CREDENTIAL_ROWS } from './rows/credentials'
import { DATA_ROWS } from './rows/data'
import { STORAGE_ROWS } from './rows/storage'
import { COMPUTE_ROWS } from './rows/compute'
import { APPLICATION_ROWS } from './rows/applications'
import { OPERATION_ROWS } from './rows/operations'

/**
 * The rows, of one kind of sentence each in a file of `rows/`; the first of which all is seen tells. Keys come before roles,
 * and roles before the rest: rows of theirs are of many services.
 */
export const BESIDE: readonly BesideRow[] = [
  // Whether the role is there comes before all else that could be said of it.
  { of: mayLackRole, sign: roleIsGone, is: 'role-gone' },
  { of: saysNoTrust, sign: passesOnceMade, is: 'role-was-new' },
  { of: saysNoTrust, sign: allSigns(roleIsJustMade, anySign(tellsTrust, printsTrust)), is: 'role-just-made' },
  ...KMS_KEY_ROWS,
  ...ROLE_ROWS,
  ...CREDENTIAL_ROWS,
  ...DATA_ROWS,
  ...STORAGE_ROWS,
  ...COMPUTE_ROWS,
  ...APPLICATION_ROWS,
  ...OPERATION_ROWS,
]
