import { UI_TEXTS } from './messages'

/** Part of the page couldn’t be loaded. */
export class PartNotLoaded extends Error {}

/**
 * What is made of a part that is fetched when it is first needed. What keeps a failure for good, as React and a promise do,
 * is made anew after each: who asks next gets another one, which fetches again.
 */
export function fetchedAnew<Part, Made>(
  load: () => Promise<Part>,
  make: (fetch: () => Promise<Part>) => Made,
): () => Made {
  const next = (): Made =>
    make(async () => {
      try {
        return await load()
      } catch (cause) {
        made = next()
        throw new PartNotLoaded(UI_TEXTS.theCodeOfA, { cause })
      }
    })
  let made = next()
  return () => made
}
