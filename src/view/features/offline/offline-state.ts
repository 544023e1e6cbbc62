import { sharedValue } from '../../state/shared-value'

/** How far this browser is with keeping the app. */
export interface OfflineState {
  /** "off": it cannot be kept here, or nobody has begun. */
  readonly kept: 'off' | 'saving' | 'ready'
  /** A new version is here; the page goes on with the old one. */
  readonly hasUpdate: boolean
  /** Asks whether the app is to be installed; null: this browser does not offer it. */
  readonly install: (() => void) | null
}

const state = sharedValue<OfflineState>({ kept: 'off', hasUpdate: false, install: null })

/** Tells the page how far it is. */
export const setOffline = (change: Partial<OfflineState>) => state.set({ ...state.get(), ...change })

/** How far this browser is with keeping the app. */
export const useOffline = state.use
