/** Sentences about what a change leaves blank; a {gap} is filled by message. */
export const BLANK_TEXTS = {
  fillInFirst: 'Fill in `{blank}` to finish your change.',
  onlyWithIt: 'Your change allows `{action}` only with the right value.',
  fillInBefore: 'Fill in `{blank}` before you make this change in AWS. ',
  fillIn: 'Fill in',
  fillInWhat: 'Fill in {blank}',
} as const
