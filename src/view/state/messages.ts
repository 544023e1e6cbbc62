/** Sentences that the state part says by itself; a {gap} is filled by messageText. */
export const STATE_TEXTS = {
  theLinkHeldWhat: 'The link contained {what}, which opened on its own page.',
  nameIsEmpty: '“{name}” is empty.',
  nameIsNotA: '“{name}” isn’t a text file. Open a text, JSON or log file.',
  nameCouldNotBe: '“{name}” couldn’t be read. It may have been moved or changed.',
  theCaseThatWas: 'The case you had open in this tab is back.',
  theTextIsLong: 'This text is long. It is being read.',
  aPartIsNotLoaded: 'Part of this page couldn’t be loaded. Check the connection. Your text is kept.',
} as const
