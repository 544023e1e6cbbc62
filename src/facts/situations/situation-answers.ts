import { STORAGE_ANSWERS } from './answers/storage'
import { KEYS_ANSWERS } from './answers/keys'
import { COMPUTE_ANSWERS } from './answers/compute'
import { APPLICATIONS_ANSWERS } from './answers/applications'
import { DATA_ANSWERS } from './answers/data'
import { DELIVERY_ANSWERS } from './answers/delivery'
import { ACCOUNTS_ANSWERS } from './answers/accounts'
import { DEVICES_ANSWERS } from './answers/devices'
import { LEARNING_ANSWERS } from './answers/learning'
import { OVERSIGHT_ANSWERS } from './answers/oversight'
import { PLATFORMS_ANSWERS } from './answers/platforms'
import { DATABASES_ANSWERS } from './answers/databases'
import { OTHERS_ANSWERS } from './answers/others'
import { OPERATIONS_ANSWERS } from './answers/operations'
import { SENDING_ANSWERS } from './answers/sending'
import { STORES_ANSWERS } from './answers/stores'
import { PROGRAMS_ANSWERS } from './answers/programs'
import { GENERAL_ANSWERS } from './answers/general'
import { KINDS_ANSWERS } from './answers/kinds'
import type { SituationAnswer } from './situation-row'
import type { SituationId } from './situations'

/** What is said of each situation. */
export const SITUATION_ANSWERS: Readonly<Record<SituationId, SituationAnswer>> = {
  ...DEVICES_ANSWERS,
  ...LEARNING_ANSWERS,
  ...OVERSIGHT_ANSWERS,
  ...PLATFORMS_ANSWERS,
  ...DATABASES_ANSWERS,
  ...STORAGE_ANSWERS,
  ...KEYS_ANSWERS,
  ...COMPUTE_ANSWERS,
  ...APPLICATIONS_ANSWERS,
  ...DATA_ANSWERS,
  ...DELIVERY_ANSWERS,
  ...ACCOUNTS_ANSWERS,
  ...OTHERS_ANSWERS,
  ...OPERATIONS_ANSWERS,
  ...SENDING_ANSWERS,
  ...STORES_ANSWERS,
  ...PROGRAMS_ANSWERS,
  ...GENERAL_ANSWERS,
  ...KINDS_ANSWERS,
}
