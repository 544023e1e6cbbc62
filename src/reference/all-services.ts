/** Stands for a service where it is the names of all actions that tell which one it is. */
export const ALL_SERVICES = '*'
