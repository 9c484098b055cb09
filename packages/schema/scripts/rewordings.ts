/** Paths of code labels that were reworded in both languages since the last release and mean what they meant. */
export const rewordings: readonly string[] = [];
