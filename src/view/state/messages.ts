/** Sentences that the state part says by itself; a {gap} is filled by messageText. */
export const STATE_TEXTS = {
  theLinkHeldWhat: 'The link held {what}, which was opened on its own page.',
  nameIsEmpty: '“{name}” is empty.',
  nameIsNotA: '“{name}” is not a text file. Expected is text, JSON or a log.',
  nameCouldNotBe: '“{name}” could not be read. It may have been moved or changed.',
  theCaseThatWas: 'The case that was open in this tab is back.',
} as const
