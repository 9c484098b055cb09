/** Years of schooling that analysts of the survey give to each level (one of them gives 19 to postgraduates). */
export const schoolingYears: Readonly<Record<string, number>> = {
  no_schooling: 0,
  primary: 6,
  lower_secondary: 9,
  upper_secondary: 12,
  junior_college: 15,
  bachelor: 16,
  postgraduate: 18,
};
