/** Runs where a worker does not load, breaks, or says what cannot be read: no answer comes of any of these. */
export function whenWorkerFails(worker: Worker, run: () => void): void {
  worker.addEventListener('error', run)
  worker.addEventListener('messageerror', run)
}
