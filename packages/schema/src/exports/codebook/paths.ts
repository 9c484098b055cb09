/** Where the page of a variable stands, from the top folder of the site. */
export const variablePath = (instrument: string, record: string, variable: string): string =>
  `${instrument}/${record}/${variable}.html`;

export const wavePath = (wave: string): string => `waves/${wave}.html`;
