import { checkDistinct } from './estimate-fields.ts';
import { yearOf } from './year-scale.ts';

/** The years of waves, which must be two or more in the order of time, with breaks between them. */
export function checkWaves(
  caller: string,
  waves: readonly string[],
  breaks: readonly { after: string }[],
): number[] {
  checkDistinct(caller, 'waves', waves);
  const years = waves.map((wave) => yearOf(caller, wave));
  const unordered = years.findIndex((year, index) => index > 0 && year <= (years[index - 1] ?? 0));
  if (unordered !== -1 || waves.length < 2) {
    throw new Error(
      `${caller}: waves must name two or more waves of different years, the earliest first; got ${waves.join(', ')}`,
    );
  }
  for (const { after } of breaks) {
    if (!waves.slice(0, -1).includes(after)) {
      throw new Error(
        `${caller}: breaks.after must be a wave that another follows (${waves.slice(0, -1).join(', ')}); got ${JSON.stringify(after)}`,
      );
    }
  }
  const places = breaks.map(({ after }) => after);
  if (places.length > 0) checkDistinct(caller, 'breaks.after', places);
  return years;
}
