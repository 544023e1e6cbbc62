import { useSyncExternalStore } from 'react'
import { CredentialHolder, type HeldCredentials } from '../../../aws/credential-holder'

/** The one place where credentials are held while the page is open. */
export const holder = new CredentialHolder()

if (typeof window !== 'undefined') window.addEventListener('pagehide', () => holder.forget())

/** What may be shown of the held credentials; null where there are none. */
export const useHeldCredentials = (): HeldCredentials | null => useSyncExternalStore(holder.subscribe, holder.shown)
