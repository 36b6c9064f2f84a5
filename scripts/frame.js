// How the page behaves in a frame of another.
export function tell(query) {}
