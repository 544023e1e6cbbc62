/** What an answer waits for though the second stage is here. */
const awaited = new Set<Promise<void>>()

/** An answer waits for this part: what only stands beside the answer begins to come after it, since they share the line. */
export function answerWaitsFor(part: Promise<void>) {
  awaited.add(part)
  void part.finally(() => awaited.delete(part))
}

/** A text that waited for the second stage is read, judged and drawn in tasks that are due before so many others. */
const TASKS = 3

/** When what waited for the second stage is answered. */
export async function untilAnswered(): Promise<void> {
  for (let task = 0; task < TASKS || awaited.size > 0; task += 1) {
    await Promise.allSettled(awaited)
    await new Promise<void>((due) => {
      setTimeout(due)
    })
  }
}
