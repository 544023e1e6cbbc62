import { QueryClient } from '@tanstack/react-query'

/** Holds what has been read of the reference; loaded with the first part of the page that needs it. */
export const REFERENCE_CLIENT = new QueryClient()
