import { type HarmonisedWave, reasonCodes } from '@wavebook/harmonise';

const missing = reasonCodes.indexOf('missing');

/** For each slot of the roster, 1 in the rows in which it holds a member: any of its cells was filled, readable or not. */
export const filledSlots = ({ rows, roster }: HarmonisedWave): Uint8Array[] =>
  roster.slots.map((slot) => {
    const filled = new Uint8Array(rows);
    for (const { reasons } of slot.values())
      for (let row = 0; row < rows; row++) if (reasons[row] !== missing) filled[row] = 1;
    return filled;
  });
