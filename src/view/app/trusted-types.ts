/** The part of the Trusted Types API that the page needs; browsers without it have no `trustedTypes`. */
interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): unknown
}

/**
 * Makes the one Trusted Types policy of the page: an address may become a script (a worker, the service worker) only if
 * it is of the page's own origin. No text ever becomes HTML or script, so the policy has no rule for these and the
 * browser refuses them; Monaco brings its own.
 */
export function trustOwnScripts(): void {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypesFactory }
  trustedTypes?.createPolicy('default', {
    createScriptURL(url) {
      if (new URL(url, document.baseURI).origin === window.location.origin) return url
      throw new TypeError('Only scripts of this page may run.')
    },
  })
}
