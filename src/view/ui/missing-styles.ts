/** The addresses of style sheets that did not come. What brings them asks for each but once. */
const missing = new Set<string>()

const nameOf = (address: string) => new URL(address, document.baseURI).pathname.split('/').pop()!

/** Notes which style sheets do not come. */
export function watchStyles(): void {
  window.addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') missing.add(target.href)
    },
    { capture: true },
  )
}

function fetchStyle(address: string): Promise<void> {
  for (const link of document.querySelectorAll('link')) if (link.href === address) link.remove()
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = address
  return new Promise((resolve, reject) => {
    link.addEventListener('load', () => {
      missing.delete(address)
      resolve()
    })
    link.addEventListener('error', () => reject(new Error(`The style sheet ${nameOf(address)} did not come.`)))
    document.head.append(link)
  })
}

/**
 * Loads a part of the page, which brings its style sheets along. What brings them asks for each once and then goes without:
 * after a failure, those that did not come have to come first.
 */
export function withStyles<Part>(load: () => Promise<Part>): () => Promise<Part> {
  let wanted: readonly string[] = []
  return async () => {
    await Promise.all(wanted.filter((address) => missing.has(address)).map(fetchStyle))
    try {
      return await load()
    } catch (error) {
      wanted = [...missing]
      throw error
    }
  }
}
