/** The part of the Trusted Types API that the page needs; browsers without it have no `trustedTypes`. */
interface TrustedTypesFactory {
  createPolicy(
    name: string,
    rules: {
      createScriptURL: (url: string) => string
      createHTML: (text: string, type: string, sink: string) => string
    },
  ): unknown
}

/** Reads a text as a document of its own, which runs nothing: the AWS SDK reads AWS's answers, which are XML, so. */
const READING = 'DOMParser parseFromString'

/**
 * Makes the one Trusted Types policy of the page: an address may become a script (a worker, the service worker) only if
 * it is of the page's own origin, and a text may be read as a document apart. No text ever becomes HTML of the page, or a
 * script: the browser refuses these. Monaco brings policies of its own.
 */
export function trustOwnScripts(): void {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypesFactory }
  trustedTypes?.createPolicy('default', {
    createScriptURL(url) {
      if (new URL(url, document.baseURI).origin === window.location.origin) return url
      throw new TypeError('Only scripts of this page may run.')
    },
    createHTML(text, _type, sink) {
      if (sink === READING) return text
      throw new TypeError('No text becomes HTML.')
    },
  })
}
